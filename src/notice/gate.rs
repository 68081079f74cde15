//! The gate: a notice is agreed to once it has been on the screen long enough, is ticked, and "agree" is pressed.

use serde::Serialize;

use crate::{
    calendar::Moment,
    decode::{self, decodes},
    encode::encodes,
    error::Error,
    notice::{
        receipt::Receipt,
        shown::{NoticeRef, ShownNotice},
    },
    policy::FilingCategory,
    region::Admdvs,
    text::words,
};

words! {
    /// What happens to a notice while it is open.
    NoticeEvent {
        /// It is on the screen: now, or still. To be sent when it appears and then once a second, for as long as it stays.
        Shown = "shown", "显示", "shown";
        /// It is no longer on the screen: the page was left, or lies in the background.
        Hidden = "hidden", "隐藏", "hidden";
        /// The gate was kept and is taken up again, after a crash or a reload: nobody knows what was on the screen since. Then `shown`.
        Restored = "restored", "恢复", "restored";
        /// The box "I have read and agree" was ticked.
        Ticked = "ticked", "勾选", "ticked";
        /// The tick was taken back.
        Unticked = "unticked", "取消勾选", "unticked";
        /// "Agree" was pressed.
        Agreed = "agreed", "同意", "agreed";
    }
}

/// The longest that may pass between two events of a visible notice and still count. More is no reading but a clock that was set, or
/// a page that slept: it counts for nothing.
const LONGEST_STEP: i64 = 2000;

/// How far a person is with a notice: a plain value, which may be kept; taken up again, it begins with [`NoticeEvent::Restored`].
///
/// It is bound to the insured region, the kind of filing, and the very text that was opened: another region or another version is
/// another gate.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Gate {
    /// Which notice it is.
    pub notice: NoticeRef,
    /// For how many seconds it must have been on the screen.
    pub minimum_seconds: u16,
    /// When it was opened. Where the clock was set back since, the latest moment that can be true by the clock as it now is.
    pub opened_at: Moment,
    /// The last moment heard of while it is on the screen; absent while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Moment>,
    /// For how many milliseconds it has been on the screen.
    pub visible_millis: u32,
    /// The seconds until the box can be ticked; 0: now.
    pub seconds_left: u32,
    /// Whether the box is ticked. It cannot be before the time is up.
    pub ticked: bool,
    /// What proves that the notice was agreed to; absent until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Receipt>,
}
decodes! { struct Gate {
    notice, minimum_seconds, opened_at, seen_at, visible_millis, seconds_left, ticked, receipt,
} }
encodes! { Gate { notice, minimum_seconds, opened_at, seen_at, visible_millis, seconds_left, ticked, receipt } }

/// The gate after an event, at the host's time.
///
/// An event that cannot be yet changes nothing: a tick before the time is up, an agreement without a tick, either while the notice is
/// not on the screen. Once agreed to, nothing changes any more.
///
/// Time counts from one event to the next while the notice is on the screen. It does not count while it is hidden; nor where the clock
/// goes backwards or gives no moment at all (`None`), nor over a step of more than two seconds: so a clock that jumps can add no time
/// to the reading, and a host has to send `shown` at least every two seconds, better every one. What cannot be seen is a jump of less.
///
/// # Example
///
/// See [`open_notice`](crate::open_notice).
#[must_use]
pub fn notice_event(mut gate: Gate, event: NoticeEvent, now: Option<Moment>) -> Gate {
    if gate.receipt.is_some() {
        return gate;
    }
    if event == NoticeEvent::Restored {
        gate.seen_at = None;
    }
    if let Some(now) = now {
        gate.pass(now);
    }
    match event {
        NoticeEvent::Shown => gate.seen_at = now.or(gate.seen_at),
        NoticeEvent::Hidden | NoticeEvent::Restored => gate.seen_at = None,
        NoticeEvent::Ticked => gate.ticked |= gate.may_be_ticked(),
        NoticeEvent::Unticked => gate.ticked = false,
        NoticeEvent::Agreed => {
            gate.receipt = now.filter(|_| gate.ticked && gate.may_be_ticked()).map(|now| Receipt::of(&gate, now));
        }
    }
    gate
}

impl Gate {
    /// Reads a gate from its JSON form, as it was given out.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }

    pub(super) fn closed(notice: &ShownNotice, insured: Admdvs, category: FilingCategory, now: Moment) -> Self {
        Self {
            notice: notice.reference(insured, category),
            minimum_seconds: notice.minimum_seconds,
            opened_at: now,
            seen_at: None,
            visible_millis: 0,
            seconds_left: notice.minimum_seconds.into(),
            ticked: false,
            receipt: None,
        }
    }

    /// It is now `now`, and nothing has happened since the last event.
    fn pass(&mut self, now: Moment) {
        if let Some(seen_at) = self.seen_at {
            let step = now.millis() - seen_at.millis();
            if (0..=LONGEST_STEP).contains(&step) {
                self.visible_millis = self.visible_millis.saturating_add(step as u32);
            }
            self.seen_at = Some(now);
        }
        let must_have_opened = Moment::from_millis(now.millis() - i64::from(self.visible_millis));
        self.opened_at = must_have_opened.map_or(self.opened_at, |latest| latest.min(self.opened_at));
        self.seconds_left = (u32::from(self.minimum_seconds) * 1000).saturating_sub(self.visible_millis).div_ceil(1000);
    }

    fn may_be_ticked(&self) -> bool {
        self.seen_at.is_some() && self.visible_millis >= u32::from(self.minimum_seconds) * 1000
    }
}
