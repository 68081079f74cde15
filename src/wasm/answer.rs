//! From a plain value to a JavaScript one: as one text, since a call for each part would take longer than an estimate does.
//!
//! A JSON writer of its own, because most of an answer is text without anything to escape, which it copies whole.

use std::fmt::{self, Write};

use serde::{
    Serialize, Serializer,
    ser::{Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant},
};
use wasm_bindgen::prelude::*;

use crate::{Error, ErrorCode};

#[wasm_bindgen(module = "/src/wasm/answer.js")]
extern "C" {
    /// The value that a JSON text in UTF-8 stands for.
    #[wasm_bindgen(catch)]
    fn parsed(json: &[u8]) -> Result<JsValue, JsValue>;
}

/// What most answers need; a longer one grows.
const ROOM: usize = 8192;

/// The value as JavaScript has it.
pub(super) fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let mut json = Json(Vec::with_capacity(ROOM));
    value.serialize(&mut json).map_err(|_| super::thrown(&Error::new(ErrorCode::Internal)))?;
    parsed(&json.0)
}

struct Json(Vec<u8>);

type Written = Result<(), fmt::Error>;

impl Json {
    fn put(&mut self, ascii: u8) {
        self.0.push(ascii);
    }

    /// What stands inside a text.
    fn letters(&mut self, text: &str) {
        let is_plain = |byte: &u8| *byte >= b' ' && *byte != b'"' && *byte != b'\\';
        if text.as_bytes().iter().all(is_plain) {
            self.0.extend_from_slice(text.as_bytes());
        } else {
            text.bytes().for_each(|byte| if is_plain(&byte) { self.put(byte) } else { self.escaped(byte) });
        }
    }

    #[cold]
    fn escaped(&mut self, byte: u8) {
        let [high, low] = [byte >> 4, byte & 0xf].map(|digit| digit + if digit < 10 { b'0' } else { b'a' - 10 });
        self.0.extend([b'\\', b'u', b'0', b'0', high, low]);
    }

    fn text(&mut self, text: &str) {
        self.put(b'"');
        self.letters(text);
        self.put(b'"');
    }

    /// A name of Rust's, which has nothing to escape.
    fn name(&mut self, name: &'static str) {
        self.put(b'"');
        self.0.extend_from_slice(name.as_bytes());
        self.put(b'"');
    }

    fn entry(&mut self, name: &'static str) {
        self.name(name);
        self.put(b':');
    }

    /// Opens a list or an object.
    fn open(&mut self, open: u8, close: u8) -> Result<Parts<'_>, fmt::Error> {
        self.put(open);
        Ok(Parts { json: self, close, follows: false })
    }
}

impl Write for Json {
    fn write_str(&mut self, text: &str) -> Written {
        self.letters(text);
        Ok(())
    }
}

/// What stands between brackets.
struct Parts<'a> {
    json: &'a mut Json,
    close: u8,
    /// Whether a part stands there already.
    follows: bool,
}

impl Parts<'_> {
    fn next(&mut self) -> &mut Json {
        if self.follows {
            self.json.put(b',');
        }
        self.follows = true;
        self.json
    }

    fn close(self) -> Written {
        self.json.put(self.close);
        Ok(())
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, element: &T) -> Written {
        element.serialize(self.next())
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.json.put(b':');
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        let json = self.next();
        json.entry(name);
        value.serialize(json)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeStructVariant for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        SerializeStruct::serialize_field(self, name, value)
    }

    fn end(self) -> Written {
        self.json.put(b'}');
        self.close()
    }
}

/// What no answer has.
type Never = Impossible<(), fmt::Error>;

impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Parts<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Parts<'a>;

    fn serialize_str(self, text: &str) -> Written {
        self.text(text);
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Written {
        self.put(b'"');
        write!(self, "{value}")?;
        self.put(b'"');
        Ok(())
    }

    fn serialize_char(self, char: char) -> Written {
        self.serialize_str(char.encode_utf8(&mut [0; 4]))
    }

    fn serialize_bool(self, bool: bool) -> Written {
        self.write_str(if bool { "true" } else { "false" })
    }

    fn serialize_i8(self, number: i8) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_u8(self, number: u8) -> Written {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Written {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Written {
        self.serialize_u64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Written {
        write!(self, "{number}")
    }

    fn serialize_u64(self, number: u64) -> Written {
        write!(self, "{number}")
    }

    fn serialize_f32(self, number: f32) -> Written {
        self.serialize_f64(number.into())
    }

    /// Whole numbers only: the text of any other takes much code, and no answer has one.
    fn serialize_f64(self, number: f64) -> Written {
        if number as i64 as f64 == number { self.serialize_i64(number as i64) } else { Err(fmt::Error) }
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(fmt::Error)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.write_str("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        self.name(name);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, name: &'static str, value: &T) -> Written {
        self.put(b'{');
        self.entry(name);
        value.serialize(&mut *self)?;
        self.put(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a>, fmt::Error> {
        self.open(b'[', b']')
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'a>, fmt::Error> {
        self.open(b'{', b'}')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, fmt::Error> {
        self.open(b'{', b'}')
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, name: &'static str, _: usize) -> Result<Parts<'a>, fmt::Error> {
        self.put(b'{');
        self.entry(name);
        self.open(b'{', b'}')
    }
}
