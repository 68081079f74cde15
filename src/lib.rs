//! **yidi** (异地): the rules behind filing for and paying for medical care away from the insured region in China, exact to the
//! fen, dated and cited.
//!
//! A patient insured in one city (参保地) and treated in another (就医地) pays a share that two regions decide: the treatment
//! region's catalogue says what is covered, the insured region's policy says how much of that is paid. This crate holds those rules
//! as data and answers with an explained figure, or with a refusal that names the rule it does not know. Nothing here is official.
//!
//! # Guide
//!
//! | you want | look at |
//! |---|---|
//! | what a visit will cost | [`estimate()`], [`EstimateInput`], [`Estimate`] |
//! | the least and the most it can cost, where rules or facts are open | [`estimate_range`], [`EstimateRange`] |
//! | what it would cost filed in another way, on another day, or with a larger bill | [`compare_filings`], [`compare_dates`], [`cost_curve`] |
//! | why a real slip differs | [`reconcile`], [`Slip`] |
//! | what of a bill is in scope | [`split_bill`], [`Bill`] |
//! | whether a visit can be settled directly, and where | [`check_direct_settlement`], [`Directory`] |
//! | what to do where it was not | [`settlement_fallback`] |
//! | deadlines and expiries, also as a calendar file | [`reminders()`] |
//! | which regions are known, and what is known of one | [`Library`], [`RegionSummary`], [`RegionDescription`] |
//! | to add a region | [`PolicyPack`], [`Library::add_json`] |
//! | to know what is wrong with a pack | [`Library::lint_json`], [`Fault`] |
//! | to know why a call was refused | [`Error`], [`ErrorCode`] |
//! | which filing to make, with which papers, for how long | [`start_filing`], [`answer_filing`], [`FilingOutcome`] |
//! | to go on with it another day | [`FilingSession`], [`resume_filing`] |
//! | whether who files is told in full | [`check_contact`] |
//! | the document, the form and the commitment letter | [`complete_filing`], [`Application`] |
//! | whether a visit is covered by a filing | [`filing_status`] |
//! | to show the filing notice, and to know that it was read | [`open_notice`], [`notice_event`], [`Receipt`] |
//! | to send a filing, and lose none | [`outbox_step`], [`Outbox`] |
//! | the building blocks | [`Money`], [`Percent`], [`Date`], [`Admdvs`], [`Place`] |
//!
//! The core is pure: no clock, no input or output, no globals. Only the binding to JavaScript, compiled for WebAssembly alone,
//! keeps the library of packs between calls.

#[forbid(unsafe_code)]
mod calendar;
#[forbid(unsafe_code)]
mod decode;
#[forbid(unsafe_code)]
mod encode;
#[forbid(unsafe_code)]
mod error;
#[forbid(unsafe_code)]
mod estimate;
#[forbid(unsafe_code)]
mod filing;
#[forbid(unsafe_code)]
mod marked;
#[forbid(unsafe_code)]
mod money;
#[forbid(unsafe_code)]
mod names;
#[forbid(unsafe_code)]
mod notice;
#[forbid(unsafe_code)]
mod outbox;
#[forbid(unsafe_code)]
mod policy;
#[forbid(unsafe_code)]
mod region;
#[forbid(unsafe_code)]
mod settlement;
#[forbid(unsafe_code)]
mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use calendar::{Date, Moment, Period, StartDay};
pub use error::{Error, ErrorCode, Refusal};
#[cfg(feature = "bench")]
pub use estimate::bench;
pub use estimate::{
    Assumption, Basis, Bill, BillItem, BillSplit, Bound, CatalogueClass, CompareOptions, CostCurve, CurvePoint, DateComparison,
    Dated, Estimate, EstimateInput, EstimateOutcome, EstimateRange, Explanation, Extent, FactValue, Figures, FiledLate, Filing,
    FilingComparison, FilingOption, Formula, Gap, Identity, ItemSplit, Late, LedgerLine, NamedRegion, NextQuestion, OwnFigure,
    OwnFigures, Papers, Person, Reconciliation, RuleChange, RuleSaid, Slip, SlipLine, Unanswered, Visit, YearSoFar, compare_dates,
    compare_filings, cost_curve, estimate, estimate_many, estimate_range, reconcile, split_bill,
};
pub use filing::{
    Agent, Answer, AnswerKind, AnswerOption, AnsweredQuestion, Answers, Application, ApplicationDocument, AskedQuestion, Cited,
    CoverageStatus, FilingContact, FilingOutcome, FilingPlan, FilingQuestion, FilingRecord, FilingSession, FilingStart,
    FilingStatus, FilingView, FilingVisit, NeededPaper, OutcomeKind, PackDigest, PrintedField, PrintedPage, Progress, Question,
    ReferralLetter, ResumedAnswer, ResumedFiling, answer_filing, check_contact, complete_filing, filing_status, resume_filing,
    review_filing, start_filing,
};
pub use money::{Money, Percent, Rounding};
pub use notice::{
    Gate, NoticeClause, NoticeEvent, NoticeRef, NoticeSection, OpenedNotice, Receipt, ShownNotice, notice_event, open_notice,
};
pub use outbox::{Effect, EffectKind, Entry, Outbox, OutboxEvent, OutboxEventKind, OutboxStatus, OutboxStep, outbox_step};
pub use policy::{
    AccountUse, Adjustment, Ages, Applies, Approval, Band, Bands, Cap, CategoryName, ChangeLock, Channel, ChannelKind,
    ChronicChoice, ChronicFacility, ChronicTerms, Citation, CitationRef, CivilServant, CivilServantSubsidy, Claim, ClaimDeadline,
    Clause, Content, Coverage, CrossYear, DatedBy, Deductible, DeductibleWaiver, Disease, Enquiry, Exemption, Fault, FaultCode,
    FilingCategory, FirstSelfPayBase, Grade, Insurance, Ladder, LargeAmount, LargeAmountCap, LateFiling, LateRoute, LawRef,
    Library, Materials, Need, Notice, OpenDiseases, OutpatientChoice, PackRef, Paper, PersonGroup, PersonalAccount, Places,
    PolicyPack, ProofMode, RankRatio, ReferralDoctor, RegionDescription, RegionSummary, Rule, RuleDescription, RuleName, Says,
    Section, SeveralPlaces, Severity, SmallClaim, Source, SpecialDrugs, Standing, Supplement, SystemFailure, Terms, Tier, Topic,
    Validity, VisitKind, WaivedVisit,
};
pub use region::{Admdvs, City, Place, Province, provinces};
pub use settlement::{
    BillFlags, Clock, ConditionState, DirectAnswer, DirectSettlement, Directory, DirectorySummary, DiseaseCode, Facility,
    FacilityCode, FacilityKind, FacilityQuery, FacilityResults, FailedSettlement, FallbackRoute, FallbackStep, ImportReport,
    InpatientType, Language, Opening, OutpatientFlag, Reminder, ReminderKind, Reminders, RemindersQuestion, RowFault,
    SettlementCondition, SettlementFallback, SettlementQuestion, SettlementReason, WatchedClaim, WatchedFiling,
    check_direct_settlement, reminders, settlement_fallback,
};
pub use text::Text;
