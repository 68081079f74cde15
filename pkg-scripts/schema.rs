//! Prints the JSON Schema of every public shape. The build makes the package's `schemas()` and its TypeScript types from it.

use schemars::{Schema, generate::SchemaSettings, transform::RecursiveTransform};

#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its schema is used: it names what the API takes and gives")]
struct Api {
    admdvs: yidi::Admdvs,
    application: yidi::Application,
    bill: yidi::Bill,
    bill_split: yidi::BillSplit,
    compare_options: yidi::CompareOptions,
    cost_curve: yidi::CostCurve,
    date_comparison: yidi::DateComparison,
    direct_settlement: yidi::DirectSettlement,
    error_code: yidi::ErrorCode,
    estimate: yidi::Estimate,
    estimate_input: yidi::EstimateInput,
    estimate_outcome: yidi::EstimateOutcome,
    estimate_range: yidi::EstimateRange,
    facility: yidi::Facility,
    facility_query: yidi::FacilityQuery,
    facility_results: yidi::FacilityResults,
    failed_settlement: yidi::FailedSettlement,
    fault: yidi::Fault,
    filing_comparison: yidi::FilingComparison,
    filing_contact: yidi::FilingContact,
    filing_question: yidi::FilingQuestion,
    filing_session: yidi::FilingSession,
    filing_start: yidi::FilingStart,
    filing_status: yidi::FilingStatus,
    filing_view: yidi::FilingView,
    import_report: yidi::ImportReport,
    iso_date: yidi::Date,
    notice_event: yidi::NoticeEvent,
    opened_notice: yidi::OpenedNotice,
    outbox_event: yidi::OutboxEvent,
    outbox_step: yidi::OutboxStep,
    policy_pack: yidi::PolicyPack,
    province: yidi::Province,
    reconciliation: yidi::Reconciliation,
    region_description: yidi::RegionDescription,
    region_summary: yidi::RegionSummary,
    reminders: yidi::Reminders,
    reminders_question: yidi::RemindersQuestion,
    resumed_filing: yidi::ResumedFiling,
    settlement_fallback: yidi::SettlementFallback,
    settlement_question: yidi::SettlementQuestion,
    slip: yidi::Slip,
}

fn main() -> Result<(), serde_json::Error> {
    let settings = SchemaSettings::draft07()
        .with_transform(RecursiveTransform(absent_not_null))
        .with_transform(RecursiveTransform(standard_keywords_only));
    let schema = settings.into_generator().into_root_schema_for::<Api>();
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}

/// An optional field is absent, never null, in everything the API gives; that is how its type is written.
fn absent_not_null(schema: &mut Schema) {
    let null = serde_json::json!("null");
    if let Some(serde_json::Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| *kind != null);
        if let [kind] = types.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    if let Some(serde_json::Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice["type"] != null);
    }
}

/// Rust's own formats, such as `uint16`, mean nothing to a validator; the bounds beside them do.
fn standard_keywords_only(schema: &mut Schema) {
    schema.remove("format");
}
