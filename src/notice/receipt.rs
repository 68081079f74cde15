//! What is left of an agreement.

use serde::Serialize;

use crate::{
    calendar::Moment,
    decode::{self, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    notice::{
        gate::Gate,
        shown::{NoticeRef, ShownNotice},
    },
    policy::{FilingCategory, Library, digest_of_texts},
    region::Admdvs,
    text::Text,
};

/// How long a receipt holds: a day. No law says; a filing follows its notice, and to read it anew takes seconds.
const LIFE: i64 = 24 * 60 * 60 * 1000;

/// The record that a notice was on the screen for its time, ticked and agreed to.
///
/// It is no signature. The clock and the events were the host's, who could have invented them; the checksum finds damage and careless
/// edits, and whoever knows this code can write one that fits. An authority that needs proof has to keep its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Receipt {
    /// Which notice it was.
    pub notice: NoticeRef,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was agreed to.
    pub accepted_at: Moment,
    /// For how many whole seconds it was on the screen.
    pub seconds_visible: u32,
    /// The SHA-256, in 64 hexadecimal digits, of the JSON list of the fields above, those of `notice` first, each as a text.
    pub checksum: String,
}
decodes! { struct Receipt {
    notice, opened_at, accepted_at, seconds_visible, checksum,
} }

encodes! { Receipt { notice, opened_at, accepted_at, seconds_visible, checksum } }

impl Receipt {
    /// Reads a receipt from its JSON form, as it was given out.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }

    pub(super) fn of(gate: &Gate, now: Moment) -> Self {
        let mut receipt = Self {
            notice: gate.notice.clone(),
            opened_at: gate.opened_at,
            accepted_at: now,
            seconds_visible: gate.visible_millis / 1000,
            checksum: String::new(),
        };
        receipt.checksum = receipt.sum();
        receipt
    }

    fn sum(&self) -> String {
        let NoticeRef { insured_region, category, pack, version, digest } = &self.notice;
        digest_of_texts(vec![
            insured_region.to_string(),
            category.as_str().to_owned(),
            pack.to_string(),
            version.clone(),
            digest.clone(),
            self.opened_at.millis().to_string(),
            self.accepted_at.millis().to_string(),
            self.seconds_visible.to_string(),
        ])
    }

    /// Whether it stands for today's notice of this insured region and kind of filing, as a completed filing needs it.
    ///
    /// # Errors
    ///
    /// `noticeNotRead`, with the field at fault in the path: the receipt is for another region (`notice.insuredRegion`), kind
    /// (`notice.category`) or text (`notice.digest`), was altered (`checksum`), contradicts itself (`secondsVisible`), lies in the future or is more than 24 hours old
    /// (`acceptedAt`). The errors of [`open_notice`](crate::open_notice) where there is no such notice today.
    ///
    /// # Example
    ///
    /// See [`open_notice`](crate::open_notice).
    pub fn check(&self, library: &Library, insured: Admdvs, category: FilingCategory, now: Moment) -> Result<(), Error> {
        let refuse = |field: &str, why: usize| {
            let (zh, en) = WHY.get(why).copied().unwrap_or_default();
            Err(Error::new(ErrorCode::NoticeNotRead).because(Text::new(zh, en)).at(field))
        };
        if self.notice.insured_region != insured {
            return refuse("notice.insuredRegion", 0);
        }
        if self.notice.category != category {
            return refuse("notice.category", 0);
        }
        if self.checksum != self.sum() {
            return refuse("checksum", 1);
        }
        let notice = ShownNotice::of(library, insured, category, now.date())?;
        if self.notice != notice.reference(insured, category) {
            return refuse("notice.digest", 2);
        }
        let seconds = i64::from(self.seconds_visible);
        if seconds < notice.minimum_seconds.into() || self.accepted_at.millis() - self.opened_at.millis() < seconds * 1000 {
            return refuse("secondsVisible", 1);
        }
        let age = now.millis() - self.accepted_at.millis();
        if age < 0 {
            return refuse("acceptedAt", 3);
        }
        if age > LIFE {
            return refuse("acceptedAt", 4);
        }
        Ok(())
    }
}

const WHY: [(&str, &str); 5] = [
    ("您看的是另一个参保地或另一类备案的告知书", "what was read is the notice of another region or kind of filing"),
    ("回执被改动过，或者不完整", "the receipt was altered or damaged"),
    ("告知书已经更新，请看新的", "the notice has changed since; please read the new one"),
    ("回执的时间在将来，请检查时钟", "the receipt is from the future; please check the clock"),
    ("同意已经超过 24 小时，请再看一遍", "the agreement is more than 24 hours old; please read it again"),
];
