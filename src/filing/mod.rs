//! Filing for care elsewhere (异地就医备案): whether a visit is covered by a filing, and how to make one.
//!
//! | file | what |
//! |---|---|
//! | `rulebook` | looks one insured region's rules on filing up |
//! | `status` | which filing covers a visit |
//! | `questions` | the wizard's questions: one table |
//! | `path` | what has been answered on the way, and what follows |
//! | `session` | the wizard's state, replayed; saving and resuming |
//! | `outcome` | what comes of the answers |
//! | `application` | a completed filing: what is sent, and what is printed |
//! | `printed` | pages to be printed and signed by hand |
//! | `wording` | every sentence of this room, in both languages |

mod application;
mod outcome;
mod path;
mod printed;
mod questions;
mod rulebook;
mod session;
mod status;
mod wording;

pub use application::{Agent, Application, ApplicationDocument, FilingContact, ReferralLetter, check_contact, complete_filing};
pub use outcome::{Cited, FilingOutcome, FilingPlan, NeededPaper, OutcomeKind};
pub use path::Answer;
pub(crate) use printed::injury_statement;
pub use printed::{PrintedField, PrintedPage};
pub use questions::Question;
pub(crate) use rulebook::{Rulebook, Sought, content};
#[cfg(target_arch = "wasm32")]
pub(crate) use session::resume;
pub use session::{
    AnswerKind, AnswerOption, AnsweredQuestion, Answers, AskedQuestion, FilingSession, FilingStart, FilingView, PackDigest,
    Progress, ResumedAnswer, ResumedFiling, answer_filing, resume_filing, review_filing, start_filing,
};
pub use status::{CoverageStatus, FilingQuestion, FilingRecord, FilingStatus, FilingVisit, filing_status};
