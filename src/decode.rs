//! From loose values to typed ones, with the path of every fault.
//!
//! What comes from outside (a JavaScript object, a JSON text) is first read into a [`Value`], then decoded. The detour is what makes
//! a misspelt field an error, a cyclic object harmless, and every refusal name its field and its code.
//!
//! [`Decode`] does what serde's `Deserialize` would, in a fraction of the code, all of which a phone downloads: a fault is noted and
//! decoding goes on with a stand-in, so that there is no way out of a half-made value. Only [`decode`] gives a value away, and only
//! when nothing was noted. The names in JSON follow from those in Rust as serde's `camelCase` makes them.

use std::{
    borrow::Cow,
    fmt::{self, Display},
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, SeqAccess, Visitor},
};

use crate::{
    error::{Error, ErrorCode},
    names::{self, Ahead},
};

/// A value as JSON has them.
pub(crate) type Value = Lent<'static>;

/// A value as JSON has them, whose names and texts may lie in the bytes that it was read from: most of an input is looked at once, and
/// a copy of each would take longer than all else.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Lent<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'static, str>),
    /// A text in the bytes.
    #[cfg_attr(not(any(test, target_arch = "wasm32")), expect(dead_code, reason = "only what comes from JavaScript lies in bytes"))]
    Passing(&'a str),
    List(Vec<Lent<'a>>),
    Map(Vec<(Cow<'a, str>, Lent<'a>)>),
}

/// What can be read from a [`Value`].
pub(crate) trait Decode: Sized {
    /// The value as this type, or a stand-in once a fault is noted.
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self;
}

/// Reads `value` as a `T`.
///
/// # Errors
///
/// The first fault with its path: `wrongType`, `unknownField`, `missingField`, `unknownValue`, `outOfRange`, or a type's own.
pub(crate) fn decode<T: Decode>(value: &Lent<'_>) -> Result<T, Error> {
    let mut faults = Faults::default();
    let read = T::read(value, &mut faults);
    faults.first.map_or(Ok(read), Err)
}

/// Reads a JSON text as a `T`.
pub(crate) fn decode_json<T: Decode>(json: &str) -> Result<T, Error> {
    decode(&read_json(json)?)
}

/// Reads a JSON text, whatever it holds.
pub(crate) fn read_json(json: &str) -> Result<Value, Error> {
    serde_json::from_str(json).map_err(|fault| Error::new(ErrorCode::UnreadableInput).giving(fault))
}

/// The first fault that was met. The way to it is written down on the way back from it: hardly any input has one.
#[derive(Default)]
pub(crate) struct Faults {
    first: Option<Error>,
    /// How deep the value lies that is being read.
    depth: usize,
    /// How deep the value lies up to which the way to the fault is written.
    reached: usize,
}

impl Faults {
    pub(crate) fn note(&mut self, error: Error) {
        if self.first.is_none() {
            (self.first, self.reached) = (Some(error), self.depth);
        }
    }

    /// What `result` is, or the stand-in once its fault is noted.
    pub(crate) fn or<T>(&mut self, result: Result<T, Error>, stand_in: T) -> T {
        result.unwrap_or_else(|error| {
            self.note(error);
            stand_in
        })
    }

    fn enter(&mut self) {
        self.depth += 1;
    }

    /// Goes back to the whole, from its part at `step`.
    fn leave(&mut self, step: &dyn Display) {
        if self.reached == self.depth {
            self.first = self.first.take().map(|error| error.at(step.to_string()));
            self.reached -= 1;
        }
        self.depth -= 1;
    }
}

/// No object has more fields than this.
const MOST_FIELDS: usize = 32;

/// The fields of an object, to be read in the order of their names.
pub(crate) struct Fields<'a, 'f> {
    entries: &'a [(Cow<'a, str>, Lent<'a>)],
    /// For each name, which of the entries it has, counted from 1; 0 where it has none.
    places: [u8; MOST_FIELDS],
    names: &'static str,
    /// How many of the names were read.
    read: usize,
    faults: &'f mut Faults,
}

impl<'a> Fields<'a, '_> {
    #[inline(never)]
    pub(crate) fn next<T: Decode>(&mut self) -> T {
        let value = self.enter();
        let field = T::read(value, self.faults);
        self.leave();
        field
    }

    pub(crate) fn next_or<T: Decode>(&mut self, default: T) -> T {
        self.next::<Option<T>>().unwrap_or(default)
    }

    #[inline(never)]
    fn enter(&mut self) -> &'a Lent<'a> {
        self.faults.enter();
        let place = self.places.get(self.read).and_then(|count| usize::from(*count).checked_sub(1));
        place.and_then(|place| self.entries.get(place)).map_or(&Lent::Null, |(_, value)| value)
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.faults.leave(&Name { names: self.names, at: self.read });
        self.read += 1;
    }
}

/// The name of a field, to be looked for once it has to be told.
struct Name {
    names: &'static str,
    at: usize,
}

impl Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(names::each(self.names).nth(self.at).unwrap_or_default())
    }
}

impl<'a> Lent<'a> {
    /// The refusal of a value of another kind than `expected`.
    #[cold]
    pub(crate) fn is_not(&self, expected: &str) -> Error {
        match self {
            Self::Null => Error::new(ErrorCode::MissingField),
            _ => Error::new(ErrorCode::WrongType).giving(self.shown()).allowing(expected),
        }
    }

    /// What was found, as text; of anything but text, its kind.
    fn shown(&self) -> &str {
        match self {
            Self::Null => "null",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Number(_) => "number",
            Self::Text(text) => text,
            Self::Passing(text) => text,
            Self::List(_) => "list",
            Self::Map(_) => "object",
        }
    }

    /// Shows every field of every object in it, with its name.
    pub(crate) fn visit<'s>(&'s self, see: &mut impl FnMut(&'s str, &'s Self)) {
        match self {
            Self::List(items) => items.iter().for_each(|item| item.visit(see)),
            Self::Map(entries) => {
                for (key, value) in entries {
                    see(key, value);
                    value.visit(see);
                }
            }
            _ => {}
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Passing(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn text(&self, faults: &mut Faults) -> &str {
        self.as_text().unwrap_or_else(|| {
            faults.note(self.is_not("a text"));
            ""
        })
    }

    /// The value, whatever becomes of the bytes.
    fn kept(&self) -> Value {
        match self {
            Self::Null => Lent::Null,
            Self::Bool(bool) => Lent::Bool(*bool),
            Self::Number(number) => Lent::Number(*number),
            Self::Text(text) => Lent::Text(text.clone()),
            Self::Passing(text) => Lent::Text((*text).to_owned().into()),
            Self::List(items) => Lent::List(items.iter().map(Self::kept).collect()),
            Self::Map(entries) => Lent::Map(entries.iter().map(|(key, value)| (key.to_string().into(), value.kept())).collect()),
        }
    }

    /// The fields of an object that has no others than those `named`, and none of them twice.
    #[inline(never)]
    pub(crate) fn fields<'f>(&'a self, named: &'static str, faults: &'f mut Faults) -> Fields<'a, 'f> {
        debug_assert!(names::each(named).count() <= MOST_FIELDS, "{named}");
        let mut places = [0; MOST_FIELDS];
        let mut entries: &[_] = &[];
        if let Self::Map(found) = self {
            entries = found;
        } else {
            faults.note(self.is_not("an object"));
        }
        // Most objects have their fields in this order, so that the next name is the one looked for.
        let mut ahead = Ahead::of(named);
        for ((key, _), count) in entries.iter().zip(1..) {
            let name = key.as_bytes();
            let found = ahead.find(name).or_else(|| {
                ahead = Ahead::of(named);
                ahead.find(name)
            });
            let place = found.and_then(|at| places.get_mut(at));
            let Some(place) = place else {
                faults.note(Error::new(ErrorCode::UnknownField).giving(key).allowing(names::listed(named)).at(&**key));
                break;
            };
            if *place != 0 {
                faults.note(Error::new(ErrorCode::UnreadableInput).giving(format_args!("{key}, {key}")).at(&**key));
                break;
            }
            *place = count;
        }
        Fields { entries, places, names: named, read: 0, faults }
    }

    /// The variant of an enum, by its place among those `named`, and what it holds: a word alone, or an object with the word as its
    /// only field. The first stands in for one that is not known.
    #[inline(never)]
    pub(crate) fn variant(&'a self, named: &'static str, faults: &mut Faults) -> Variant<'a> {
        let (name, content) = match self {
            Self::Map(entries) => match entries.as_slice() {
                [(name, content)] => (&**name, Some(content)),
                _ => ("", None),
            },
            _ => (self.as_text().unwrap_or_default(), None),
        };
        let at = names::each(named).position(|known| known == name);
        if name.is_empty() {
            faults.note(self.is_not("a word, or an object with one field"));
        } else if at.is_none() {
            faults.note(Error::new(ErrorCode::UnknownValue).giving(name).allowing(names::listed(named)));
        }
        let at = at.unwrap_or_default();
        Variant { at, name: names::each(named).nth(at).unwrap_or_default(), content }
    }
}

/// A variant of an enum, as it was found.
pub(crate) struct Variant<'a> {
    /// Its place among the variants.
    pub(crate) at: usize,
    name: &'static str,
    content: Option<&'a Lent<'a>>,
}

impl<'a> Variant<'a> {
    /// The variant holds nothing.
    pub(crate) fn check_alone(&self, faults: &mut Faults) {
        if let Some(content) = self.content {
            faults.note(content.is_not("the word alone").at(self.name));
        }
    }

    /// What the variant holds.
    pub(crate) fn enter(&self, faults: &mut Faults) -> &'a Lent<'a> {
        faults.enter();
        self.content.unwrap_or(&Lent::Null)
    }

    pub(crate) fn leave(&self, faults: &mut Faults) {
        faults.leave(&self.name);
    }

    #[inline(never)]
    pub(crate) fn holding<T: Decode>(&self, faults: &mut Faults) -> T {
        let content = T::read(self.enter(faults), faults);
        self.leave(faults);
        content
    }
}

/// Makes a struct or an enum readable from an object, field by field. A field with `= …` may be left out and then has that value.
macro_rules! decodes {
    (struct $type:ident $(<$of:ident>)? { $($field:ident $(= $default:expr)?),+ $(,)? }) => {
        impl $(<$of: $crate::decode::Decode>)? $crate::decode::Decode for $type $(<$of>)? {
            fn read(value: &$crate::decode::Lent<'_>, faults: &mut $crate::decode::Faults) -> Self {
                let mut fields = value.fields($crate::names::names!($($field),+), faults);
                Self { $($field: decodes!(@field fields $(= $default)?)),+ }
            }
        }
    };
    (enum $type:ident $(<$of:ident>)? { $($variant:ident $(($content:ty))? $({ $($field:ident $(= $default:expr)?),+ })?),+ $(,)? }) => {
        impl $(<$of: $crate::decode::Decode>)? $crate::decode::Decode for $type $(<$of>)? {
            fn read(value: &$crate::decode::Lent<'_>, faults: &mut $crate::decode::Faults) -> Self {
                let found = value.variant($crate::names::names!($($variant),+), faults);
                let mut before = 0;
                $(if found.at == before {
                    return decodes!(@variant found faults $variant $(($content))? $({ $($field $(= $default)?),+ })?);
                }
                before += 1;)+
                unreachable!("{before} variants, and the place is that of one")
            }
        }
    };
    (@field $fields:ident) => { $fields.next() };
    (@field $fields:ident = $default:expr) => { $fields.next_or($default) };
    (@variant $found:ident $faults:ident $variant:ident) => {{
        $found.check_alone($faults);
        Self::$variant
    }};
    (@variant $found:ident $faults:ident $variant:ident ($content:ty)) => { Self::$variant($found.holding::<$content>($faults)) };
    (@variant $found:ident $faults:ident $variant:ident { $($field:ident $(= $default:expr)?),+ }) => {{
        let mut fields = $found.enter($faults).fields($crate::names::names!($($field),+), $faults);
        let variant = Self::$variant { $($field: decodes!(@field fields $(= $default)?)),+ };
        $found.leave($faults);
        variant
    }};
}
pub(crate) use decodes;

impl Decode for Value {
    fn read(value: &Lent<'_>, _: &mut Faults) -> Self {
        value.kept()
    }
}

impl Decode for bool {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let Lent::Bool(bool) = value else {
            faults.note(value.is_not("true | false"));
            return false;
        };
        *bool
    }
}

impl Decode for u16 {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        faults.or(whole_number(value, u16::MAX.into()), 0) as u16
    }
}

impl Decode for u32 {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        faults.or(whole_number(value, u32::MAX), 0)
    }
}

fn whole_number(value: &Lent<'_>, most: u32) -> Result<u32, Error> {
    match *value {
        Lent::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(&number) => Ok(number as u32),
        Lent::Number(number) => {
            Err(Error::new(ErrorCode::OutOfRange).giving(number as i64).allowing(format_args!("0, 1, 2 … {most}")))
        }
        _ => Err(value.is_not("a whole number")),
    }
}

impl Decode for Cow<'static, str> {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        match value {
            Lent::Text(text) => text.clone(),
            _ => value.text(faults).to_owned().into(),
        }
    }
}

impl Decode for String {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        value.text(faults).to_owned()
    }
}

impl<T: Decode> Decode for Option<T> {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        if *value == Lent::Null { None } else { Some(T::read(value, faults)) }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let Lent::List(items) = value else {
            faults.note(value.is_not("a list"));
            return Self::new();
        };
        let mut list = Self::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            faults.enter();
            list.push(T::read(item, faults));
            faults.leave(&at);
        }
        list
    }
}

/// More than this are refused: to find out whether one comes twice takes the square of their number.
const ENTRIES_LIMIT: usize = 1000;

/// The entries of an object whose keys are names of its own.
impl<T: Decode> Decode for Vec<(Cow<'static, str>, T)> {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let mut entries = Self::new();
        let Lent::Map(fields) = value else {
            faults.note(value.is_not("an object"));
            return entries;
        };
        if fields.len() > ENTRIES_LIMIT {
            faults.note(Error::new(ErrorCode::OutOfRange).giving(fields.len()).allowing(format_args!("≤ {ENTRIES_LIMIT}")));
            return entries;
        }
        for (key, value) in fields {
            faults.enter();
            if entries.iter().any(|(earlier, _)| earlier == key) {
                faults.note(Error::new(ErrorCode::UnreadableInput).giving(format_args!("{key}, {key}")));
            }
            entries.push((key.to_string().into(), T::read(value, faults)));
            faults.leave(key);
        }
        entries
    }
}

/// Written to and read from outside as its text, with the type's own error code.
macro_rules! as_text {
    ($type:ty, $stand_in:expr, $name:literal, $pattern:literal, $description:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl $crate::decode::Decode for $type {
            fn read(value: &$crate::decode::Lent<'_>, faults: &mut $crate::decode::Faults) -> Self {
                let parsed = value.text(faults).parse();
                faults.or(parsed, $stand_in)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "pattern": $pattern, "description": $description})
            }
        }
    };
}
pub(crate) use as_text;

impl Serialize for Lent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Passing(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a plain value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, bool: bool) -> Result<Value, E> {
        Ok(Value::Bool(bool))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned().into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry::<String, Value>()? {
            map.push((key.into(), value));
        }
        Ok(Value::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Cap;

    fn refused<T: Decode>(json: &str) -> (ErrorCode, String, Option<String>) {
        let error = decode_json::<T>(json).map(|_| ()).unwrap_err();
        (error.code(), error.path(), error.given().map(str::to_owned))
    }

    #[test]
    fn what_is_of_another_kind_is_shown_as_text_or_by_its_kind() {
        for (json, shown) in [("true", "true"), ("false", "false"), ("1.5", "number"), ("[]", "list"), ("{}", "object")] {
            assert_eq!(refused::<String>(json), (ErrorCode::WrongType, String::new(), Some(shown.to_owned())));
        }
        assert_eq!(refused::<bool>("\"yes\""), (ErrorCode::WrongType, String::new(), Some("yes".to_owned())));
        assert_eq!(refused::<String>("null").0, ErrorCode::MissingField);
        let passing = Lent::Passing("yes");
        assert_eq!(decode::<bool>(&passing).unwrap_err().given(), Some("yes"));
        assert_eq!(decode::<String>(&passing).unwrap(), "yes");
        assert_eq!(Lent::Null.shown(), "null");
    }

    #[test]
    fn a_word_that_stands_alone_holds_nothing() {
        let wrong = (ErrorCode::WrongType, "unlimited".to_owned(), Some("number".to_owned()));
        assert_eq!(refused::<Cap>(r#"{"unlimited": 1}"#), wrong);
    }

    #[test]
    fn an_object_with_names_of_its_own_has_a_thousand_of_them_at_the_most() {
        let entries = |count: usize| {
            let entries: Vec<_> = (0..count).map(|at| format!("\"{at}\":true")).collect();
            format!("{{{}}}", entries.join(","))
        };
        type Entries = Vec<(Cow<'static, str>, bool)>;
        assert_eq!(decode_json::<Entries>(&entries(1000)).unwrap().len(), 1000);
        assert_eq!(refused::<Entries>(&entries(1001)), (ErrorCode::OutOfRange, String::new(), Some("1001".to_owned())));
    }
}
