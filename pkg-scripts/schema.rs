//! Prints the JSON Schema of every public shape; the build makes the package's TypeScript types from it.

use schemars::{Schema, generate::SchemaSettings, transform::RecursiveTransform};

#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its schema is used: it names what the API takes and gives")]
struct Api {
    estimate_input: yidi::EstimateInput,
    estimate: yidi::Estimate,
    policy_pack: yidi::PolicyPack,
    region_summary: yidi::RegionSummary,
    region_description: yidi::RegionDescription,
    fault: yidi::Fault,
    province: yidi::Province,
    error_code: yidi::ErrorCode,
}

fn main() -> Result<(), serde_json::Error> {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(absent_not_null));
    let schema = settings.into_generator().into_root_schema_for::<Api>();
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}

/// An optional field is absent, never null, in everything the API gives; that is how its type is written.
fn absent_not_null(schema: &mut Schema) {
    let null = serde_json::json!("null");
    if let Some(serde_json::Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| *kind != null);
    }
    if let Some(serde_json::Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice["type"] != null);
    }
}
