//! The outbox against everything that goes wrong: a client that is killed anywhere, a disk that fails, a network that drops, delays
//! and duplicates, and a server that answers 500 or dies midway. No filing is lost, none is accepted twice, every path ends.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;

use stateright::{Checker, Model, Property};
use yidi::{EffectKind, Moment, Outbox, OutboxEvent, OutboxEventKind, OutboxStatus, outbox_step};

/// To the terminal itself: what `println!` writes is kept from view while a test passes.
macro_rules! told {
    ($($what:tt)*) => { let _ = writeln!(std::io::stdout(), $($what)*); };
}

const KEY: &str = "filing-1";
const APPLICATION: &str = "{}";
const NOON: i64 = 1_795_320_000_000;
const HOUR: i64 = 60 * 60 * 1000;

/// What the world is allowed to do in a run.
#[derive(Clone, Copy)]
struct World {
    kills: u8,
    faults: u8,
    /// Whether the person may change their mind.
    withdraws: bool,
    /// Whether the server takes no withdrawals at all.
    refuses: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Run {
    client: Option<Client>,
    /// What is saved.
    disk: Outbox,
    /// What is under way to the server, in any order.
    requests: Vec<Request>,
    /// What is under way to the client, in any order.
    answers: Vec<Answer>,
    server: Server,
    /// Counts the client's lives: what is meant for an earlier one reaches nobody.
    life: u8,
    kills: u8,
    faults: u8,
    /// How often the person has pressed "submit", and "withdraw".
    submitted: u8,
    withdrew: bool,
    /// Whether the person was told that the filing is kept: it was saved.
    promised: bool,
    /// Whether the person was told that the wish to withdraw it is kept.
    promised_back: bool,
    /// Whether anything was ever sent that was not on the disk.
    sent_unsaved: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Client {
    outbox: Outbox,
    /// What is being written, and whether it is on the disk already.
    writing: Option<(Outbox, bool)>,
    /// Whether to save again after that.
    save_again: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Request {
    life: u8,
    key: String,
    /// The filing, or else the wish to withdraw it.
    application: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Answer {
    life: u8,
    says: &'static str,
}

/// A server that keeps the contract: one key is counted once, and a withdrawal is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Server {
    /// What it has accepted: keys, with the filings that came under them.
    accepted: Vec<(String, String)>,
    withdrawn: bool,
    decided: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Action {
    Submit,
    Withdraw,
    /// Time passes.
    Wake,
    WriteLands,
    WriteIsTold,
    Arrive(usize),
    Hear(usize),
    Decide(bool),
    /// The client learns what the authority decided.
    Learn,
    Start,
    // What goes wrong.
    Kill,
    WriteFails,
    LoseRequest(usize),
    DuplicateRequest(usize),
    /// The server answers 500 and has done nothing.
    Refuse(usize),
    LoseAnswer(usize),
    /// The answer takes so long that the client gives it up.
    Delay,
}

impl Run {
    fn event(&mut self, kind: OutboxEventKind, revision: Option<u32>, millis: i64) {
        let Some(client) = &mut self.client else { return };
        let event =
            OutboxEvent { kind, key: Some(KEY.to_owned()), application: Some(APPLICATION.to_owned()), reason: None, revision };
        let Ok(step) = outbox_step(client.outbox.clone(), &event, Moment::from_millis(NOON + millis).unwrap()) else { return };
        client.outbox = step.outbox;
        for effect in step.effects {
            match effect.kind {
                EffectKind::Save if client.writing.is_some() => client.save_again = true,
                EffectKind::Save => client.writing = Some((client.outbox.clone(), false)),
                EffectKind::Send | EffectKind::AskWithdrawal => {
                    let decided_in = |outbox: &Outbox| outbox.entries.first().and_then(|entry| entry.calling);
                    self.sent_unsaved |= decided_in(&self.disk).is_none() || decided_in(&self.disk) != decided_in(&client.outbox);
                    let key = effect.key.unwrap();
                    let sends = effect.kind == EffectKind::Send;
                    let entry = client.outbox.entries.iter().find(|entry| entry.key == key);
                    let application = entry.and_then(|entry| entry.application.clone()).filter(|_| sends);
                    assert_eq!(application.is_some(), sends, "what is to be sent is there");
                    self.requests.push(Request { life: self.life, key, application });
                }
                EffectKind::WakeAt => {}
            }
        }
    }

    /// Forgets how late it is: whatever is ahead is ahead, whatever is due is due.
    fn forget_the_time(&mut self) {
        let outboxes = self
            .client
            .iter_mut()
            .flat_map(|client| std::iter::once(&mut client.outbox).chain(client.writing.iter_mut().map(|(outbox, _)| outbox)));
        for entry in outboxes.chain(std::iter::once(&mut self.disk)).flat_map(|outbox| &mut outbox.entries) {
            let ahead = |at: Moment| Moment::from_millis(NOON + i64::from(at.millis() > NOON)).unwrap();
            entry.next_at = entry.next_at.map(ahead);
            entry.changed_at = Moment::from_millis(NOON).unwrap();
        }
        self.requests.sort();
        self.answers.sort();
    }

    fn serve(&mut self, request: &Request, refuses: bool) {
        let server = &mut self.server;
        let says = match &request.application {
            Some(_) if server.withdrawn => "withdrawn",
            Some(application) => {
                if !server.accepted.contains(&(request.key.clone(), application.clone())) {
                    server.accepted.push((request.key.clone(), application.clone()));
                }
                "acknowledged"
            }
            None if refuses || server.decided.is_some() => "refused",
            None => {
                server.withdrawn = true;
                "withdrawn"
            }
        };
        self.answers.push(Answer { life: request.life, says });
    }

    fn entry(&self) -> Option<&yidi::Entry> {
        self.client.as_ref().and_then(|client| client.outbox.entries.first())
    }

    /// Whether a call of this life is still on its way, or its answer.
    fn awaits(&self) -> bool {
        self.requests.iter().any(|request| request.life == self.life) || self.answers.iter().any(|answer| answer.life == self.life)
    }

    fn is_settled(&self) -> bool {
        self.entry().is_some_and(|entry| entry.status.is_final())
            && self.client.as_ref().is_some_and(|client| client.writing.is_none())
    }
}

impl World {
    /// What happens when nothing goes wrong.
    fn progress(run: &Run) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.extend((0..run.requests.len()).map(Action::Arrive));
        actions.extend((0..run.answers.len()).map(Action::Hear));
        let Some(client) = &run.client else {
            actions.push(Action::Start);
            return actions;
        };
        match &client.writing {
            Some((_, false)) => actions.push(Action::WriteLands),
            Some((_, true)) => actions.push(Action::WriteIsTold),
            None => {}
        }
        let waits_for_answer = client.outbox.entries.iter().any(|entry| entry.called) && run.awaits();
        let has_something_due =
            client.outbox.entries.iter().any(|entry| entry.next_at.is_some() && (entry.called || entry.calling.is_none()));
        let has_to_save = client.writing.is_none() && client.outbox.saved < client.outbox.revision;
        if has_something_due && !waits_for_answer || has_to_save {
            actions.push(Action::Wake);
        }
        if !run.server.accepted.is_empty() && !run.server.withdrawn && run.server.decided.is_none() {
            actions.extend([Action::Decide(true), Action::Decide(false)]);
        }
        let open = run.entry().is_some_and(|entry| !entry.status.is_final());
        if run.server.decided.is_some() && open {
            actions.push(Action::Learn);
        }
        if run.submitted == 0 {
            actions.push(Action::Submit);
        }
        actions
    }

    /// From here on nothing goes wrong any more, and things happen in one order or in the other: does it end?
    fn ends(&self, run: &Run, choose: fn(&[Action]) -> Option<&Action>) -> bool {
        let mut run = run.clone();
        for _ in 0..60 {
            let Some(action) = choose(&Self::progress(&run)).cloned() else { return run.is_settled() };
            run = self.next_state(&run, action).unwrap();
        }
        false
    }
}

impl Model for World {
    type State = Run;
    type Action = Action;

    fn init_states(&self) -> Vec<Run> {
        let outbox = Outbox::empty();
        vec![Run {
            client: Some(Client { outbox: outbox.clone(), writing: None, save_again: false }),
            disk: outbox,
            requests: Vec::new(),
            answers: Vec::new(),
            server: Server::default(),
            life: 0,
            kills: 0,
            faults: 0,
            submitted: 0,
            withdrew: false,
            promised: false,
            promised_back: false,
            sent_unsaved: false,
        }]
    }

    fn actions(&self, run: &Run, actions: &mut Vec<Action>) {
        actions.extend(Self::progress(run));
        if let Some(client) = &run.client {
            // The button is pressed twice; or again, when the first time was not kept.
            if run.submitted == 1 {
                actions.push(Action::Submit);
            }
            if self.withdraws && !run.withdrew && run.entry().is_some() {
                actions.push(Action::Withdraw);
            }
            if run.kills < self.kills {
                actions.push(Action::Kill);
            }
            if run.faults < self.faults {
                if client.writing.as_ref().is_some_and(|(_, landed)| !landed) {
                    actions.push(Action::WriteFails);
                }
                if client.outbox.entries.iter().any(|entry| entry.called) {
                    actions.push(Action::Delay);
                }
            }
        }
        if run.faults < self.faults {
            for at in 0..run.requests.len() {
                actions.extend([Action::LoseRequest(at), Action::DuplicateRequest(at), Action::Refuse(at)]);
            }
            actions.extend((0..run.answers.len()).map(Action::LoseAnswer));
        }
    }

    fn within_boundary(&self, run: &Run) -> bool {
        // Nothing comes near it; without it, a machine that never rests would be checked for ever.
        run.client.as_ref().is_none_or(|client| client.outbox.revision < 30)
    }

    fn next_state(&self, run: &Run, action: Action) -> Option<Run> {
        let mut next = run.clone();
        let goes_wrong = matches!(
            action,
            Action::WriteFails
                | Action::LoseRequest(_)
                | Action::DuplicateRequest(_)
                | Action::Refuse(_)
                | Action::LoseAnswer(_)
                | Action::Delay
        );
        next.faults += u8::from(goes_wrong);
        match action {
            Action::Submit => {
                next.submitted += 1;
                next.event(OutboxEventKind::Enqueue, None, 0);
            }
            Action::Withdraw => {
                next.withdrew = true;
                next.event(OutboxEventKind::Withdraw, None, 0);
            }
            Action::Wake | Action::Delay => next.event(OutboxEventKind::Tick, None, HOUR),
            Action::WriteLands => {
                let client = next.client.as_mut()?;
                let (outbox, landed) = client.writing.as_mut()?;
                *landed = true;
                next.disk = outbox.clone();
            }
            Action::WriteIsTold => {
                let client = next.client.as_mut()?;
                let (outbox, _) = client.writing.take()?;
                if std::mem::take(&mut client.save_again) {
                    client.writing = Some((client.outbox.clone(), false));
                }
                next.promised |= !outbox.entries.is_empty();
                let wanted_back = |entry: &yidi::Entry| entry.withdrawing || entry.status == OutboxStatus::Withdrawn;
                next.promised_back |= outbox.entries.iter().any(wanted_back);
                next.event(OutboxEventKind::Saved, Some(outbox.revision), 0);
            }
            Action::WriteFails => {
                let client = next.client.as_mut()?;
                client.writing = None;
                client.save_again = false;
                next.event(OutboxEventKind::NotSaved, None, 0);
            }
            Action::Arrive(at) => {
                let request = next.requests.remove(at);
                next.serve(&request, self.refuses);
            }
            Action::Refuse(at) => {
                let Request { life, .. } = next.requests.remove(at);
                next.answers.push(Answer { life, says: "500" });
            }
            Action::Hear(at) => {
                let Answer { life, says } = next.answers.remove(at);
                if life == next.life {
                    let kind = match says {
                        "acknowledged" => OutboxEventKind::Acknowledged,
                        "withdrawn" => OutboxEventKind::Withdrawn,
                        "refused" => OutboxEventKind::WithdrawalRefused,
                        _ => OutboxEventKind::Unknown,
                    };
                    next.event(kind, None, 0);
                }
            }
            Action::LoseRequest(at) => _ = next.requests.remove(at),
            Action::DuplicateRequest(at) => next.requests.push(next.requests.get(at)?.clone()),
            Action::LoseAnswer(at) => _ = next.answers.remove(at),
            Action::Decide(yes) => next.server.decided = Some(yes),
            Action::Learn => {
                let kind = if next.server.decided? { OutboxEventKind::Approved } else { OutboxEventKind::Returned };
                next.event(kind, None, 0);
            }
            Action::Kill => {
                next.kills += 1;
                next.client = None;
            }
            Action::Start => {
                next.life += 1;
                next.client = Some(Client { outbox: next.disk.clone(), writing: None, save_again: false });
                if next.disk.entries.is_empty() {
                    // Nothing was kept, nothing was promised: the person still has it to submit.
                    next.submitted = 0;
                }
                next.event(OutboxEventKind::Started, None, 0);
            }
        }
        next.forget_the_time();
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("nothing that was kept is lost", |_, run: &Run| {
                !run.promised
                    || run.disk.entries.first().is_some_and(|entry| {
                        entry.application.is_some() || entry.status == OutboxStatus::Withdrawn || !run.server.accepted.is_empty()
                    })
            }),
            Property::always("nothing is accepted twice", |_, run: &Run| run.server.accepted.len() <= 1),
            Property::always("nothing is sent before it is saved", |_, run: &Run| !run.sent_unsaved),
            Property::always("no identity data stays once it is acknowledged or withdrawn", |_, run: &Run| {
                let outboxes = run.client.iter().map(|client| &client.outbox).chain([&run.disk]);
                outboxes.flat_map(|outbox| &outbox.entries).all(|entry| {
                    use OutboxStatus::{Acknowledged, Approved, Withdrawn};
                    entry.application.is_none() || !matches!(entry.status, Acknowledged | Approved | Withdrawn)
                })
            }),
            Property::always("what is said to be received was received", |_, run: &Run| {
                run.entry().is_none_or(|entry| {
                    !matches!(entry.status, OutboxStatus::Acknowledged | OutboxStatus::Approved) || !run.server.accepted.is_empty()
                })
            }),
            Property::always("what is said to be withdrawn is not with the server, and will not be", |_, run: &Run| {
                let coming = run.requests.iter().any(|request| request.application.is_some());
                run.entry().is_none_or(|entry| {
                    entry.status != OutboxStatus::Withdrawn || run.server.withdrawn || run.server.accepted.is_empty() && !coming
                })
            }),
            Property::always("what is wanted back comes back, or was decided before", |_, run: &Run| {
                !run.promised_back
                    || run.entry().is_none_or(|entry| {
                        entry.status == OutboxStatus::Withdrawn || !entry.status.is_final() || run.server.decided.is_some()
                    })
            }),
            Property::always("the wish to have it back is not forgotten", |_, run: &Run| {
                !run.promised_back
                    || run.entry().is_none_or(|entry| entry.withdrawing || entry.withdrawal_refused || entry.status.is_final())
            }),
            Property::always("what nobody sent is not said to be sent", |_, run: &Run| {
                run.entry().is_none_or(|entry| entry.status != OutboxStatus::Queued || run.server.accepted.is_empty())
            }),
            Property::always("it ends, once nothing goes wrong any more", |world, run: &Run| {
                world.ends(run, <[Action]>::first) && world.ends(run, <[Action]>::last)
            }),
            Property::eventually("every path ends", |_, run: &Run| run.is_settled()),
            Property::sometimes("it is approved", |_, run: &Run| {
                run.entry().is_some_and(|entry| entry.status == OutboxStatus::Approved)
            }),
            Property::sometimes("it is returned", |_, run: &Run| {
                run.entry().is_some_and(|entry| entry.status == OutboxStatus::Returned)
            }),
            Property::sometimes("where the person may change their mind, it is withdrawn", |world, run: &Run| {
                !world.withdraws
                    || world.refuses
                    || run.server.withdrawn && run.entry().is_some_and(|entry| entry.status == OutboxStatus::Withdrawn)
            }),
            Property::sometimes("it arrives, after everything that may go wrong has", |world, run: &Run| {
                run.kills == world.kills
                    && run.faults == world.faults
                    && run.entry().is_some_and(|entry| entry.status == OutboxStatus::Acknowledged)
            }),
        ]
    }
}

fn check(world: World) {
    let checker = world.checker().threads(2).spawn_bfs().join();
    let World { kills, faults, withdraws, refuses } = world;
    told!(
        "outbox ({kills} kills, {faults} faults, withdrawals: {}): {} states, {} steps",
        if refuses {
            "refused"
        } else if withdraws {
            "taken"
        } else {
            "none"
        },
        checker.unique_state_count(),
        checker.state_count(),
    );
    checker.assert_properties();
}

#[test]
fn no_kill_and_no_fault_loses_a_filing_or_counts_it_twice() {
    for (kills, faults) in [(2, 0), (1, 1), (0, 2)] {
        check(World { kills, faults, withdraws: false, refuses: false });
    }
}

#[test]
fn nor_does_a_change_of_mind() {
    for (kills, faults, refuses) in [(1, 0, false), (0, 1, false), (1, 0, true)] {
        check(World { kills, faults, withdraws: true, refuses });
    }
}
