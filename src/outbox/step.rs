//! What an event makes of the outbox.

use serde::Serialize;

use crate::{
    calendar::Moment,
    decode::{self, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    outbox::state::{Entry, FORMAT, Outbox, OutboxStatus},
    text::words,
};

words! {
    /// What happened.
    OutboxEventKind {
        /// The host has started and read this outbox: whatever was under way was cut off.
        Started = "started", "启动", "started";
        /// Time has passed.
        Tick = "tick", "到时", "tick";
        /// A filing was completed: `key` and `application`.
        Enqueue = "enqueue", "放入", "enqueue";
        /// A filing was completed, and there is nowhere to send it: `key` and `application`.
        HandOver = "handOver", "交由本人", "handed over";
        /// The state of `revision` is saved.
        Saved = "saved", "已保存", "saved";
        /// It could not be saved.
        NotSaved = "notSaved", "没有保存成", "not saved";
        /// The receiver has the filing.
        Acknowledged = "acknowledged", "对方已收到", "acknowledged";
        /// The call certainly did not reach the receiver.
        Failed = "failed", "没有发出", "failed";
        /// Whether the call reached the receiver is not known.
        Unknown = "unknown", "结果不明", "outcome unknown";
        /// The receiver, or the authority later, says yes.
        Approved = "approved", "审核通过", "approved";
        /// The receiver, or the authority later, says no: `reason`.
        Returned = "returned", "被退回", "returned";
        /// The person wants it back.
        Withdraw = "withdraw", "撤回", "withdraw";
        /// The receiver has withdrawn it.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// The receiver will not: `reason`.
        WithdrawalRefused = "withdrawalRefused", "不能撤回", "withdrawal refused";
        /// The person wants the finished entry gone.
        Forget = "forget", "删除记录", "forget";
    }
}

/// Something that happened, and to which filing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutboxEvent {
    /// What happened.
    pub kind: OutboxEventKind,
    /// The filing's key, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The filing, where one was completed: a text that is sent as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<String>,
    /// Why, in the words of whoever said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The revision that was saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
}
decodes! { struct OutboxEvent { kind, key, application, reason, revision } }

impl OutboxEvent {
    /// Reads an event from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

words! {
    /// What the host has to do.
    EffectKind {
        /// Save the outbox, in place of the one before, and tell `saved` or `notSaved`.
        Save = "save", "保存", "save";
        /// Send the `application` of the entry of that `key`, byte for byte, under that key, and tell `acknowledged`, `approved`, `returned`, `failed` or `unknown`.
        Send = "send", "发送", "send";
        /// Ask the receiver to withdraw the filing of that `key`, and tell `withdrawn`, `withdrawalRefused`, `failed` or `unknown`.
        AskWithdrawal = "askWithdrawal", "请求撤回", "ask for the withdrawal";
        /// Tell `tick` at that moment, in place of any moment before.
        WakeAt = "wakeAt", "定时", "wake";
    }
}

/// Something the host has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Effect {
    /// What.
    pub kind: EffectKind,
    /// For which filing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
}

/// The outbox after an event, and what the host has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutboxStep {
    /// The outbox.
    pub outbox: Outbox,
    /// What to do.
    pub effects: Vec<Effect>,
}

encodes! {
    Effect { kind, key, at }
    OutboxStep { outbox, effects }
}

/// The first wait after a call without an answer; each further one is twice as long.
const FIRST_WAIT: i64 = 5_000;
/// The longest wait: an hour.
const LONGEST_WAIT: i64 = 60 * 60 * 1000;
/// How long an answer is waited for before the call counts as unknown.
const ANSWER_WITHIN: i64 = 60_000;
/// How long until saving is tried again.
const SAVE_AGAIN: i64 = 10_000;
/// Keys go into a header of the request.
const LONGEST_KEY: usize = 200;

/// What an event makes of the outbox, and what the host then has to do.
///
/// A call without an answer is made again after 5 seconds, then 10, 20 … up to an hour, for as long as it takes; an answer is waited for
/// for a minute. An event that does not fit the filing's status (an answer that comes twice, or too late) changes nothing.
///
/// # Errors
///
/// `missingField` where the event lacks its `key`, `application` or `revision`; `unknownValue` for a `key` that is not in the outbox,
/// that belongs to another filing already, or that is not 1 to 200 visible ASCII characters, for `forget` of a filing that is not done
/// with, and for an outbox of a `format` that this version does not know.
///
/// # Example
///
/// ```
/// use yidi::{EffectKind, Moment, Outbox, OutboxEvent, OutboxEventKind, OutboxStatus, outbox_step};
///
/// let now = Moment::from_millis(1_795_312_800_000).unwrap();
/// let event = |kind| OutboxEvent {
///     kind,
///     key: Some("filing-1".to_owned()),
///     application: Some("{}".to_owned()),
///     reason: None,
///     revision: None,
/// };
///
/// // It is saved before it is sent,
/// let step = outbox_step(Outbox::empty(), &event(OutboxEventKind::Enqueue), now)?;
/// assert_eq!(step.effects[0].kind, EffectKind::Save);
/// let saved = OutboxEvent { revision: Some(step.outbox.revision), ..event(OutboxEventKind::Saved) };
/// let step = outbox_step(step.outbox, &saved, now)?;
/// assert_eq!(step.effects[0].kind, EffectKind::Send);
///
/// // and once it is acknowledged, what identifies a person is gone.
/// let step = outbox_step(step.outbox, &event(OutboxEventKind::Acknowledged), now)?;
/// assert_eq!(step.outbox.entries[0].status, OutboxStatus::Acknowledged);
/// assert_eq!(step.outbox.entries[0].application, None);
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn outbox_step(mut outbox: Outbox, event: &OutboxEvent, now: Moment) -> Result<OutboxStep, Error> {
    if outbox.format != FORMAT {
        return Err(Error::new(ErrorCode::UnknownValue).giving(outbox.format).allowing(FORMAT).at("format").at("outbox"));
    }
    let mut effects = Vec::new();
    let mut changed = match event.kind {
        OutboxEventKind::Tick => false,
        OutboxEventKind::Started => {
            outbox.saved = outbox.revision;
            // What was cut off is due again, and that it goes on is the change.
            outbox.entries.iter_mut().for_each(|entry| entry.cut_off(now));
            false
        }
        OutboxEventKind::Saved => {
            let revision = event.revision.ok_or_else(|| missing("revision"))?;
            outbox.saved = outbox.saved.max(revision.min(outbox.revision));
            for entry in &mut outbox.entries {
                if !entry.called && entry.calling.is_some_and(|decided_in| decided_in <= outbox.saved) {
                    entry.called = true;
                    entry.next_at = later(now, ANSWER_WITHIN);
                    effects.push(entry.call());
                }
            }
            // What was saved is that the call may be made; that it now is changes nothing for whoever starts from there.
            return Ok(outbox.awaken(effects, None));
        }
        OutboxEventKind::NotSaved => return Ok(outbox.awaken(effects, later(now, SAVE_AGAIN))),
        OutboxEventKind::Enqueue | OutboxEventKind::HandOver => outbox.take_in(event, now)?,
        _ => outbox.tell(event, now)?,
    };
    let next = outbox.revision.saturating_add(1);
    for entry in &mut outbox.entries {
        changed |= entry.goes_on(next, now);
    }
    if changed {
        outbox.revision = next;
    }
    if outbox.saved < outbox.revision {
        effects.push(Effect { kind: EffectKind::Save, key: None, at: None });
    }
    Ok(outbox.awaken(effects, None))
}

fn missing(field: &str) -> Error {
    Error::new(ErrorCode::MissingField).at(field).at("event")
}

/// So much later; at the calendar's end, never.
fn later(now: Moment, millis: i64) -> Option<Moment> {
    Moment::from_millis(now.millis() + millis)
}

impl Outbox {
    /// Takes in a completed filing; one that is in already changes nothing. As below, answers whether anything changed.
    fn take_in(&mut self, event: &OutboxEvent, now: Moment) -> Result<bool, Error> {
        let key = event.key.as_ref().ok_or_else(|| missing("key"))?;
        let application = event.application.as_ref().ok_or_else(|| missing("application"))?;
        let unfit = || Error::new(ErrorCode::UnknownValue).giving(key).at("key").at("event");
        if key.is_empty() || key.len() > LONGEST_KEY || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(unfit().allowing("1 … 200 ASCII"));
        }
        if let Some(entry) = self.entries.iter().find(|entry| entry.key == *key) {
            let same = entry.application.as_ref().is_none_or(|earlier| earlier == application);
            return if same { Ok(false) } else { Err(unfit()) };
        }
        let handed_over = event.kind == OutboxEventKind::HandOver;
        self.entries.push(Entry {
            key: key.clone(),
            application: Some(application.clone()),
            status: if handed_over { OutboxStatus::HandedOver } else { OutboxStatus::Queued },
            reason: None,
            may_have_arrived: false,
            withdrawing: false,
            withdrawal_refused: false,
            attempts: 0,
            next_at: if handed_over { None } else { Some(now) },
            calling: None,
            called: false,
            changed_at: now,
        });
        Ok(true)
    }

    /// Tells a filing what happened to it.
    fn tell(&mut self, event: &OutboxEvent, now: Moment) -> Result<bool, Error> {
        let key = event.key.as_ref().ok_or_else(|| missing("key"))?;
        let found = self.entries.iter_mut().enumerate().find(|(_, entry)| entry.key == *key);
        let (at, entry) = found.ok_or_else(|| Error::new(ErrorCode::UnknownValue).giving(key).at("key").at("event"))?;
        if event.kind != OutboxEventKind::Forget {
            return Ok(entry.hears(event, now));
        }
        if !entry.status.is_final() {
            return Err(Error::new(ErrorCode::UnknownValue).giving(entry.status.as_str()).at("status").at("event"));
        }
        self.entries.remove(at);
        Ok(true)
    }

    /// The step, with the moment at which something is due next.
    fn awaken(self, mut effects: Vec<Effect>, at: Option<Moment>) -> OutboxStep {
        let mut earliest = at;
        for due in self.entries.iter().filter_map(|entry| entry.next_at) {
            earliest = Some(earliest.map_or(due, |earliest| earliest.min(due)));
        }
        if earliest.is_some() {
            effects.push(Effect { kind: EffectKind::WakeAt, key: None, at: earliest });
        }
        OutboxStep { outbox: self, effects }
    }
}

impl Entry {
    /// What happened to it.
    fn hears(&mut self, event: &OutboxEvent, now: Moment) -> bool {
        use OutboxStatus::{Acknowledged, Approved, Returned, Sending, Withdrawn};
        let open = !self.status.is_final();
        match event.kind {
            OutboxEventKind::Acknowledged if self.status.is_unanswered() => {
                self.application = None;
                self.turn(Acknowledged, now);
                // Whoever asked for it back meanwhile still waits for that answer.
                if !self.withdrawing {
                    self.rest();
                }
            }
            OutboxEventKind::Approved if open => {
                self.application = None;
                self.withdrawal_refused |= self.withdrawing;
                self.end(Approved, event, now);
            }
            OutboxEventKind::Returned if open => self.end(Returned, event, now),
            OutboxEventKind::Failed | OutboxEventKind::Unknown if open && self.called => {
                self.reason.clone_from(&event.reason);
                self.is_unanswered(event.kind == OutboxEventKind::Unknown, now);
            }
            OutboxEventKind::Withdraw if self.is_here_alone() => {
                self.application = None;
                self.end(Withdrawn, event, now);
            }
            OutboxEventKind::Withdraw if open && !self.withdrawing => {
                if self.status == Sending {
                    self.may_have_arrived = true;
                    self.turn(OutboxStatus::Sent, now);
                }
                self.rest();
                self.withdrawing = true;
                self.withdrawal_refused = false;
                self.next_at = Some(now);
            }
            OutboxEventKind::Withdraw if self.status == Approved => self.withdrawal_refused = true,
            OutboxEventKind::Withdrawn if self.withdrawing => {
                self.application = None;
                self.end(Withdrawn, event, now);
            }
            OutboxEventKind::WithdrawalRefused if self.withdrawing => {
                self.reason.clone_from(&event.reason);
                self.rest();
                self.withdrawing = false;
                self.withdrawal_refused = true;
                self.next_at = self.status.is_unanswered().then_some(now);
            }
            _ => return false,
        }
        true
    }

    /// Whether nobody has it but this device.
    fn is_here_alone(&self) -> bool {
        let unsent = matches!(self.status, OutboxStatus::Queued | OutboxStatus::Sending) && !self.called && !self.may_have_arrived;
        unsent || self.status == OutboxStatus::HandedOver
    }

    /// The host was killed while a call was under way, or about to be.
    fn cut_off(&mut self, now: Moment) {
        if self.calling.take().is_none() {
            return;
        }
        self.called = false;
        self.next_at = Some(now);
        if !self.withdrawing {
            self.may_have_arrived = true;
            self.turn(OutboxStatus::Sent, now);
        }
    }

    /// Time has passed: gives up waiting for an answer, decides on a call that is due.
    fn goes_on(&mut self, next_revision: u32, now: Moment) -> bool {
        // A moment further ahead than any wait comes of a clock that was set back since.
        let is_due = |at: Moment| at <= now || at.millis() - now.millis() > LONGEST_WAIT;
        if !self.next_at.is_some_and(is_due) || self.calling.is_some() && !self.called {
            return false;
        }
        if self.called {
            self.is_unanswered(true, now);
        } else {
            self.calling = Some(next_revision);
            if !self.withdrawing {
                self.turn(OutboxStatus::Sending, now);
            }
        }
        true
    }

    /// The call had no answer: it is made again, later each time.
    fn is_unanswered(&mut self, may_have_arrived: bool, now: Moment) {
        let wait = FIRST_WAIT << self.attempts.min(10);
        self.attempts = self.attempts.saturating_add(1);
        self.calling = None;
        self.called = false;
        self.next_at = later(now, wait.min(LONGEST_WAIT));
        if !self.withdrawing {
            self.may_have_arrived |= may_have_arrived;
            self.turn(if self.may_have_arrived { OutboxStatus::Sent } else { OutboxStatus::Queued }, now);
        }
    }

    /// The call that was decided on, once that is saved.
    fn call(&self) -> Effect {
        let kind = if self.withdrawing { EffectKind::AskWithdrawal } else { EffectKind::Send };
        Effect { kind, key: Some(self.key.clone()), at: None }
    }

    /// Nothing is due any more.
    fn rest(&mut self) {
        self.attempts = 0;
        self.next_at = None;
        self.calling = None;
        self.called = false;
    }

    fn end(&mut self, status: OutboxStatus, event: &OutboxEvent, now: Moment) {
        self.reason.clone_from(&event.reason);
        self.rest();
        self.withdrawing = false;
        self.turn(status, now);
    }

    fn turn(&mut self, status: OutboxStatus, now: Moment) {
        if self.status != status {
            self.status = status;
            self.changed_at = now;
        }
    }
}
