//! Every order of events, with a clock that fails: no receipt without the three conditions.
//!
//! The model keeps its own account of what is true (how long the notice really was on the screen, what was really pressed, and when);
//! the gate under test hears of it only through events and a clock that can be set back, jump ahead, or give nothing.

#![cfg(not(target_arch = "wasm32"))]

use std::io::Write as _;

use stateright::{Checker, Model, Property};
use yidi::{FilingCategory, Gate, Library, Moment, NoticeEvent, notice_event, open_notice};

/// To the terminal itself: what `println!` writes is kept from view while a test passes.
macro_rules! told {
    ($($what:tt)*) => { let _ = writeln!(std::io::stdout(), $($what)*); };
}

/// The notice under test must be read for so many seconds. (Five, as in Guangdong, only takes longer to check.)
const MINIMUM: u8 = 3;
/// How long a run lasts, in seconds that truly pass.
const SECONDS: u8 = 7;
/// How often the clock may fail in a run.
const FAULTS: u8 = 2;
const NOON: i64 = 1_795_320_000_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Run {
    gate: Gate,
    /// What the clock shows, in seconds after the opening.
    clock: i64,
    faults: u8,
    /// How long the run has truly lasted.
    passed: u8,
    /// The host has died, and the gate is what it had kept last.
    crashed: bool,
    on_screen: bool,
    /// How long it truly was on the screen.
    looked: u8,
    /// Whether the box was last ticked, at a time when it may be.
    ticked: bool,
    /// Whether "agree" was pressed on the screen, while the box was so ticked.
    agreed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// A second passes, and the host hears nothing of it.
    Second,
    /// The page comes to the screen, or leaves it.
    Turn,
    /// The host dies with what is on the screen, and can tell nobody. It comes back with the next turn.
    Crash,
    /// The host sends an event; `bool`: its clock can be read.
    Send(NoticeEvent, bool),
    /// The clock is set by so many seconds.
    Clock(i64),
}

struct Notice(Gate);

impl Run {
    fn send(&mut self, event: NoticeEvent, clock: bool) {
        let now = Moment::from_millis(NOON + self.clock * 1000).filter(|_| clock);
        match event {
            NoticeEvent::Ticked => self.ticked |= self.on_screen && self.looked >= MINIMUM,
            NoticeEvent::Unticked => self.ticked = false,
            NoticeEvent::Agreed => self.agreed |= self.on_screen && self.ticked,
            NoticeEvent::Shown | NoticeEvent::Hidden | NoticeEvent::Restored => {}
        }
        self.gate = notice_event(self.gate.clone(), event, now);
    }
}

impl Model for Notice {
    type State = Run;
    type Action = Step;

    fn init_states(&self) -> Vec<Run> {
        vec![Run {
            gate: self.0.clone(),
            clock: 0,
            faults: 0,
            passed: 0,
            crashed: false,
            on_screen: false,
            looked: 0,
            ticked: false,
            agreed: false,
        }]
    }

    fn actions(&self, run: &Run, steps: &mut Vec<Step>) {
        if run.passed < SECONDS {
            steps.push(Step::Second);
        }
        steps.push(Step::Turn);
        if run.crashed {
            return;
        }
        if run.on_screen {
            steps.push(Step::Crash);
        }
        for event in NoticeEvent::ALL {
            // A host says that the notice is on the screen when it is; everything else it may send at any time, and again.
            if *event != NoticeEvent::Shown || run.on_screen {
                steps.push(Step::Send(*event, true));
                if run.faults < FAULTS {
                    steps.push(Step::Send(*event, false));
                }
            }
        }
        if run.faults < FAULTS {
            steps.extend([Step::Clock(-1), Step::Clock(-5), Step::Clock(60)]);
        }
    }

    fn next_state(&self, run: &Run, step: Step) -> Option<Run> {
        let mut next = run.clone();
        match step {
            Step::Second => {
                next.passed += 1;
                next.looked += u8::from(run.on_screen);
                next.clock += 1;
            }
            Step::Turn => {
                next.on_screen = !run.on_screen;
                if std::mem::take(&mut next.crashed) {
                    next.send(NoticeEvent::Restored, true);
                }
                next.send(if next.on_screen { NoticeEvent::Shown } else { NoticeEvent::Hidden }, true);
            }
            Step::Crash => (next.crashed, next.on_screen) = (true, false),
            Step::Send(event, clock) => {
                next.faults += u8::from(!clock);
                next.send(event, clock);
            }
            Step::Clock(seconds) => {
                next.faults += 1;
                next.clock += seconds;
            }
        }
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("no time is counted that was not spent looking", |_, run: &Run| {
                run.gate.visible_millis <= u32::from(run.looked) * 1000
            }),
            Property::always("the box is ticked only by a tick on the screen after the time was up", |_, run: &Run| {
                !run.gate.ticked || run.ticked || run.gate.receipt.is_some()
            }),
            Property::always("a receipt has all three conditions", |_, run: &Run| {
                run.gate
                    .receipt
                    .as_ref()
                    .is_none_or(|receipt| run.agreed && run.looked >= MINIMUM && receipt.seconds_visible >= MINIMUM.into())
            }),
            Property::always("a receipt does not contradict itself", |_, run: &Run| {
                run.gate.receipt.as_ref().is_none_or(|receipt| {
                    receipt.accepted_at.millis() - receipt.opened_at.millis() >= i64::from(receipt.seconds_visible) * 1000
                })
            }),
            Property::sometimes("a receipt is given", |_, run: &Run| run.gate.receipt.is_some() && run.faults == 0),
            Property::sometimes("a receipt is given though the clock failed", |_, run: &Run| {
                run.gate.receipt.is_some() && run.faults == FAULTS
            }),
            Property::sometimes("a receipt is given though the page was left", |_, run: &Run| {
                run.gate.receipt.is_some() && run.looked < run.passed
            }),
        ]
    }
}

#[test]
fn no_order_of_events_and_no_clock_gives_a_receipt_without_the_three_conditions() {
    let region = "440100".parse().unwrap();
    let noon = Moment::from_millis(NOON).unwrap();
    let mut gate = open_notice(&Library::shipped(), region, FilingCategory::Referral, noon).unwrap().gate;
    gate.minimum_seconds = MINIMUM.into();
    gate.seconds_left = MINIMUM.into();
    let checker = Notice(gate).checker().threads(2).spawn_bfs().join();
    told!("notice gate: {} states, {} steps", checker.unique_state_count(), checker.state_count());
    checker.assert_properties();
}
