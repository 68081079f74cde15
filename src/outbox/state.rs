//! The outbox and its entries.

use serde::Serialize;

use crate::{
    calendar::Moment,
    decode::{self, decodes},
    encode::encodes,
    error::Error,
    text::words,
};

words! {
    /// How far a filing is.
    OutboxStatus {
        /// It waits to be sent, and has certainly not arrived.
        Queued = "queued", "等待发送", "waiting to be sent";
        /// It is being sent.
        Sending = "sending", "正在发送", "being sent";
        /// It was sent, and whether it arrived is not known: it is sent again until that is known.
        Sent = "sent", "已发送，等待对方确认", "sent, not acknowledged yet";
        /// The receiver has it.
        Acknowledged = "acknowledged", "对方已收到，等待审核", "received, to be decided";
        /// It was approved.
        Approved = "approved", "审核通过", "approved";
        /// It was sent back, with a reason.
        Returned = "returned", "被退回", "returned";
        /// It was withdrawn.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// There is nowhere to send it: the person takes it to an official channel.
        HandedOver = "handedOver", "请自行到官方渠道办理", "to be filed by yourself through an official channel";
    }
}

impl OutboxStatus {
    /// Whether nothing more comes of it.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Approved | Self::Returned | Self::Withdrawn | Self::HandedOver)
    }

    /// Whether it is still to be sent until someone answers.
    pub(super) const fn is_unanswered(self) -> bool {
        matches!(self, Self::Queued | Self::Sending | Self::Sent)
    }
}

/// The completed filings that are not done with: a plain value, which the host saves and restores whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outbox {
    /// The form of this value: 1.
    pub format: u16,
    /// Raised with every change that has to be saved.
    pub revision: u32,
    /// The highest revision known to be saved.
    pub saved: u32,
    /// The filings, the oldest first.
    pub entries: Vec<Entry>,
}
decodes! { struct Outbox { format, revision, saved, entries } }
encodes! {
    Outbox { format, revision, saved, entries }
    Entry { key, application, status, reason, may_have_arrived, withdrawing, withdrawal_refused, attempts, next_at, calling, called, changed_at }
}

/// The form of an outbox that this version reads and writes.
pub(super) const FORMAT: u16 = 1;

impl Outbox {
    /// Reads an outbox from its JSON form, as it was given out.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }

    /// An outbox without filings.
    ///
    /// # Example
    ///
    /// See [`outbox_step`](crate::outbox_step).
    #[must_use]
    pub fn empty() -> Self {
        Self { format: FORMAT, ..Self::default() }
    }
}

/// A completed filing on its way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entry {
    /// What the receiver knows it by, the same for every attempt (idempotency key). No identity data.
    pub key: String,
    /// The filing, as it is sent; absent once it is acknowledged or withdrawn, for it holds identity data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<String>,
    /// How far it is.
    pub status: OutboxStatus,
    /// Why it was returned, or the last attempt failed, in the words of whoever said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the receiver may have it.
    pub may_have_arrived: bool,
    /// Whether the person wants it back and the receiver has not answered yet.
    pub withdrawing: bool,
    /// Whether it was too late to withdraw it.
    pub withdrawal_refused: bool,
    /// How many calls in a row were without an answer.
    pub attempts: u16,
    /// When something is due: the next call, or giving up waiting for the answer to the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<Moment>,
    /// The revision in which a call was decided on, while it is under way; it is made once that is saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calling: Option<u32>,
    /// Whether that call was made.
    pub called: bool,
    /// When its status last changed.
    pub changed_at: Moment,
}
decodes! { struct Entry {
    key, application, status, reason, may_have_arrived, withdrawing, withdrawal_refused, attempts, next_at, calling, called,
    changed_at,
} }
