//! The outbox by hand: what is shown, when the next attempt is due, what is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use yidi::{EffectKind, Entry, ErrorCode, Moment, Outbox, OutboxEvent, OutboxEventKind, OutboxStatus, OutboxStep, outbox_step};

const NOON: i64 = 1_795_320_000_000;
const HOUR: i64 = 3_600_000;

fn at(millis: i64) -> Moment {
    Moment::from_millis(NOON + millis).unwrap()
}

fn event(kind: OutboxEventKind) -> OutboxEvent {
    OutboxEvent { kind, key: Some("filing-1".to_owned()), application: Some("{}".to_owned()), reason: None, revision: None }
}

/// An app whose storage never fails.
struct App {
    outbox: Outbox,
    now: i64,
    calls: Vec<EffectKind>,
    wakes_at: Option<Moment>,
}

impl App {
    fn new() -> Self {
        Self { outbox: Outbox::empty(), now: 0, calls: Vec::new(), wakes_at: None }
    }

    fn tell(&mut self, event: &OutboxEvent) {
        let OutboxStep { outbox, effects } = outbox_step(self.outbox.clone(), event, at(self.now)).unwrap();
        let revision = Some(outbox.revision);
        self.outbox = outbox;
        self.wakes_at = None;
        for effect in effects {
            match effect.kind {
                EffectKind::Save => self.tell(&OutboxEvent { revision, ..self::event(OutboxEventKind::Saved) }),
                EffectKind::WakeAt => self.wakes_at = effect.at,
                call => self.calls.push(call),
            }
        }
    }

    fn hear(&mut self, kind: OutboxEventKind) {
        self.tell(&event(kind));
    }

    /// Time passes, by so much.
    fn pass(&mut self, millis: i64) {
        self.now += millis;
        self.tell(&OutboxEvent { key: None, application: None, ..event(OutboxEventKind::Tick) });
    }

    fn entry(&self) -> &Entry {
        &self.outbox.entries[0]
    }
}

#[test]
fn a_call_without_an_answer_is_made_again_later_each_time_up_to_an_hour() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    // 5 s, doubled each time: 5 10 20 40 80 160 320 640 1280 2560, then 3600 seconds for ever.
    for seconds in [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600] {
        assert_eq!(app.entry().status, OutboxStatus::Sending);
        let calls = app.calls.len();
        app.hear(OutboxEventKind::Unknown);
        assert_eq!(app.entry().status, OutboxStatus::Sent);
        assert_eq!(app.wakes_at, Some(at(app.now + seconds * 1000)));
        app.pass(seconds * 1000 - 1);
        assert_eq!(app.calls.len(), calls, "not before its time");
        app.pass(1);
        assert_eq!(app.calls.len(), calls + 1);
    }
}

#[test]
fn an_answer_is_waited_for_for_a_minute() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.pass(59_999);
    assert_eq!(app.entry().status, OutboxStatus::Sending);
    app.pass(1);
    assert_eq!((app.entry().status, app.entry().may_have_arrived), (OutboxStatus::Sent, true));
    // And where it comes after all, it counts.
    app.hear(OutboxEventKind::Acknowledged);
    assert_eq!(app.entry().status, OutboxStatus::Acknowledged);
}

#[test]
fn what_certainly_did_not_arrive_waits_in_the_queue() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Failed);
    assert_eq!((app.entry().status, app.entry().may_have_arrived), (OutboxStatus::Queued, false));
    app.hear(OutboxEventKind::Withdraw);
    assert_eq!((app.entry().status, app.calls.len()), (OutboxStatus::Withdrawn, 1), "nobody has to be asked");
}

#[test]
fn once_it_may_have_arrived_a_later_failure_does_not_make_it_unsent() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Unknown);
    app.pass(5000);
    app.hear(OutboxEventKind::Failed);
    assert_eq!(app.entry().status, OutboxStatus::Sent);
    app.hear(OutboxEventKind::Withdraw);
    assert_eq!(app.calls.last(), Some(&EffectKind::AskWithdrawal));
    assert!(app.entry().withdrawing && app.entry().application.is_some(), "kept until the answer is there");
    app.hear(OutboxEventKind::Withdrawn);
    assert_eq!((app.entry().status, app.entry().application.as_deref()), (OutboxStatus::Withdrawn, None));
}

#[test]
fn a_clock_that_was_set_back_does_not_stop_it() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Unknown);
    let calls = app.calls.len();
    app.pass(-365 * 24 * HOUR);
    assert_eq!(app.calls.len(), calls + 1, "a moment a year ahead is no wait of ours");
}

#[test]
fn nothing_is_sent_while_it_cannot_be_saved() {
    let now = at(0);
    let step = outbox_step(Outbox::empty(), &event(OutboxEventKind::Enqueue), now).unwrap();
    let mut outbox = step.outbox;
    for round in 1..=3 {
        let failed = outbox_step(outbox, &event(OutboxEventKind::NotSaved), now).unwrap();
        assert_eq!(failed.effects.iter().map(|effect| effect.kind).collect::<Vec<_>>(), [EffectKind::WakeAt], "{round}");
        let again = outbox_step(failed.outbox, &event(OutboxEventKind::Tick), at(round * 10_000)).unwrap();
        assert_eq!(again.effects[0].kind, EffectKind::Save, "{round}");
        outbox = again.outbox;
    }
    let revision = Some(outbox.revision);
    let saved = outbox_step(outbox, &OutboxEvent { revision, ..event(OutboxEventKind::Saved) }, now).unwrap();
    assert_eq!(saved.effects[0].kind, EffectKind::Send);
}

#[test]
fn an_older_save_that_is_told_late_sends_nothing_that_is_newer() {
    let now = at(0);
    let first = outbox_step(Outbox::empty(), &event(OutboxEventKind::Enqueue), now).unwrap().outbox;
    let second = OutboxEvent { key: Some("filing-2".to_owned()), ..event(OutboxEventKind::Enqueue) };
    let both = outbox_step(first.clone(), &second, now).unwrap().outbox;
    let told = OutboxEvent { revision: Some(first.revision), ..event(OutboxEventKind::Saved) };
    let step = outbox_step(both, &told, now).unwrap();
    let sent: Vec<_> =
        step.effects.iter().filter(|effect| effect.kind == EffectKind::Send).map(|effect| effect.key.clone()).collect();
    assert_eq!(sent, [Some("filing-1".to_owned())]);
}

#[test]
fn answers_that_come_twice_or_too_late_change_nothing() {
    use OutboxEventKind::{Acknowledged, Failed, Returned, Tick, Unknown, WithdrawalRefused, Withdrawn};
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(Acknowledged);
    let settled = app.outbox.clone();
    for kind in [Acknowledged, Failed, Unknown, Withdrawn, WithdrawalRefused, Tick] {
        app.hear(kind);
        assert_eq!(app.outbox, settled, "{kind:?}");
    }
    app.hear(OutboxEventKind::Approved);
    let approved = app.outbox.clone();
    for kind in [Acknowledged, Returned, Failed, Unknown, Withdrawn, Tick] {
        app.hear(kind);
        assert_eq!(app.outbox, approved, "{kind:?}");
    }
    app.hear(OutboxEventKind::Withdraw);
    assert!(app.entry().withdrawal_refused, "too late");
}

#[test]
fn what_is_done_with_hears_nothing_more() {
    for last in [OutboxEventKind::Returned, OutboxEventKind::Approved] {
        let mut app = App::new();
        app.hear(OutboxEventKind::Enqueue);
        app.hear(last);
        let done = app.outbox.clone();
        let apart = [OutboxEventKind::Saved, OutboxEventKind::Forget, OutboxEventKind::Withdraw];
        for kind in OutboxEventKind::ALL.iter().filter(|kind| !apart.contains(kind)) {
            app.hear(*kind);
            assert_eq!(app.outbox, done, "{last:?}, then {kind:?}");
        }
        app.hear(OutboxEventKind::Withdraw);
        assert_eq!(app.entry().withdrawal_refused, last == OutboxEventKind::Approved, "{last:?}");
    }
}

#[test]
fn what_is_approved_while_it_is_asked_back_was_too_late_to_withdraw() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Acknowledged);
    app.hear(OutboxEventKind::Withdraw);
    assert_eq!((app.entry().withdrawing, app.entry().withdrawal_refused), (true, false));
    app.hear(OutboxEventKind::Approved);
    assert_eq!((app.entry().withdrawing, app.entry().withdrawal_refused), (false, true));
}

#[test]
fn what_is_saved_is_not_saved_again() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Acknowledged);
    assert_eq!(app.outbox.saved, app.outbox.revision);
    assert_eq!(outbox_step(app.outbox, &event(OutboxEventKind::Acknowledged), at(0)).unwrap().effects, []);
}

#[test]
fn an_outbox_is_read_as_it_was_given_out() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Unknown);
    assert_eq!(Outbox::from_json(&serde_json::to_string(&app.outbox).unwrap()), Ok(app.outbox));
}

#[test]
fn a_call_that_was_cut_off_is_made_again_under_the_same_key() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Started);
    assert_eq!(app.calls, [EffectKind::Send, EffectKind::Send]);
    assert_eq!((app.entry().key.as_str(), app.entry().may_have_arrived), ("filing-1", true));
}

#[test]
fn what_is_not_done_with_cannot_be_forgotten() {
    let mut app = App::new();
    app.hear(OutboxEventKind::Enqueue);
    app.hear(OutboxEventKind::Acknowledged);
    let error = outbox_step(app.outbox.clone(), &event(OutboxEventKind::Forget), at(0)).unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str(), error.given()),
        (ErrorCode::UnknownValue, "event.status", Some("acknowledged"))
    );
    app.hear(OutboxEventKind::Returned);
    app.hear(OutboxEventKind::Forget);
    assert_eq!(app.outbox.entries, []);
}

#[test]
fn what_does_not_fit_is_refused_by_its_field() {
    let refused = |outbox: Outbox, change: fn(&mut OutboxEvent)| {
        let mut event = event(OutboxEventKind::Enqueue);
        change(&mut event);
        let error = outbox_step(outbox, &event, at(0)).unwrap_err();
        (error.code(), error.path())
    };
    let with = |code, path: &str| (code, path.to_owned());
    let one = outbox_step(Outbox::empty(), &event(OutboxEventKind::Enqueue), at(0)).unwrap().outbox;
    assert_eq!(refused(one.clone(), |event| event.key = None), with(ErrorCode::MissingField, "event.key"));
    assert_eq!(refused(one.clone(), |event| event.application = None), with(ErrorCode::MissingField, "event.application"));
    assert_eq!(refused(one.clone(), |event| event.kind = OutboxEventKind::Saved), with(ErrorCode::MissingField, "event.revision"));
    let keyed = |key: &str| {
        let event = OutboxEvent { key: Some(key.to_owned()), ..event(OutboxEventKind::Enqueue) };
        outbox_step(Outbox::empty(), &event, at(0))
            .map(|step| step.outbox.entries.len())
            .map_err(|error| (error.code(), error.path()))
    };
    for key in ["", "a b", "备案", "a\r\nb", &"k".repeat(201), &"k".repeat(300)] {
        assert_eq!(keyed(key), Err(with(ErrorCode::UnknownValue, "event.key")), "{key:?}");
    }
    assert_eq!(keyed(&"k".repeat(200)), Ok(1));
    assert_eq!(refused(one.clone(), |event| event.application = Some("[]".to_owned())), with(ErrorCode::UnknownValue, "event.key"));
    let unknown = |event: &mut OutboxEvent| (event.kind, event.key) = (OutboxEventKind::Withdraw, Some("filing-9".to_owned()));
    assert_eq!(refused(one.clone(), unknown), with(ErrorCode::UnknownValue, "event.key"));
    let later = Outbox { format: 2, ..one };
    assert_eq!(refused(later, |_| {}), with(ErrorCode::UnknownValue, "outbox.format"));
}
