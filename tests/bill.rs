//! A bill in each of its forms: item by item, as a summary, or only its total.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use serde_json::{Value, json};
use test_city::{city, estimated, ranged, refusal, try_estimate, visit, yuan};
use yidi::{Bill, Error, ErrorCode, ItemSplit, split_bill};

fn bill_of(bill: Value) -> Value {
    visit([("/bill", bill)])
}

fn split(items: Value) -> Result<Vec<ItemSplit>, Error> {
    split_bill(&Bill::from_json(&json!({"items": items}).to_string())?).map(|split| split.items)
}

/// In scope, outside the catalogue, above the ceiling, first self-pay.
fn amounts(item: &ItemSplit) -> [String; 4] {
    [item.in_scope, item.fully_self_paid, item.over_ceiling, item.class_b_first_self_pay].map(|amount| amount.to_string())
}

#[test]
fn each_class_of_item_is_split_by_its_own_rule() {
    for (item, [in_scope, outside, over, first]) in [
        (json!({"amount": "100", "class": "A"}), ["100.00", "0.00", "0.00", "0.00"]),
        (json!({"amount": "100", "class": "C"}), ["0.00", "100.00", "0.00", "0.00"]),
        (json!({"amount": "100", "class": "B", "firstSelfPay": "0"}), ["100.00", "0.00", "0.00", "0.00"]),
        (json!({"amount": "100", "class": "B", "firstSelfPay": "15"}), ["85.00", "0.00", "0.00", "15.00"]),
        // Half a fen up: 33.35 × 10 % = 3.335.
        (json!({"amount": "33.35", "class": "B", "firstSelfPay": "10"}), ["30.01", "0.00", "0.00", "3.34"]),
        // Three at a ceiling of 30 each: 10 above it; the first self-pay is a share of the rest.
        (json!({"amount": "100", "class": "A", "priceCeiling": "30", "quantity": 3}), ["90.00", "0.00", "10.00", "0.00"]),
        (
            json!({"amount": "100", "class": "B", "firstSelfPay": "10", "priceCeiling": "30", "quantity": 3}),
            ["81.00", "0.00", "10.00", "9.00"],
        ),
        (json!({"amount": "80", "class": "A", "priceCeiling": "30", "quantity": 3}), ["80.00", "0.00", "0.00", "0.00"]),
        // What is outside the catalogue has no ceiling.
        (json!({"amount": "100", "class": "C", "priceCeiling": "30", "quantity": 1}), ["0.00", "100.00", "0.00", "0.00"]),
    ] {
        let split = split(json!([item])).unwrap();
        assert_eq!(amounts(&split[0]), [in_scope, outside, over, first], "{item}");
    }
}

#[test]
fn what_is_not_known_of_an_item_is_asked_for_by_its_place() {
    let known = json!({"amount": "1", "class": "A"});
    for (item, path) in [
        (json!({"amount": "100"}), "items.1.class"),
        (json!({"amount": "100", "class": "B"}), "items.1.firstSelfPay"),
        (json!({"amount": "100", "class": "A", "priceCeiling": "30"}), "items.1.quantity"),
    ] {
        assert_eq!(refusal(split(json!([known, item]))), (ErrorCode::InputNeeded, path.to_owned()));
        let estimate = try_estimate(&city([]), &bill_of(json!({"items": [known, item]})));
        assert_eq!(refusal(estimate), (ErrorCode::InputNeeded, format!("bill.{path}")));
    }
}

#[test]
fn a_bill_by_items_is_settled_as_their_sums() {
    let items = json!([
        {"name": "手术费", "amount": "9000", "class": "A"},
        {"name": "药品", "amount": "2500", "class": "B", "firstSelfPay": "20"},
        {"name": "陪护", "amount": "500", "class": "C"}
    ]);
    let by_items = estimated(&city([]), &bill_of(json!({"items": items})));
    let by_parts = estimated(
        &city([]),
        &bill_of(json!({"total": "12000", "fullySelfPaid": "500", "overCeiling": "0", "classBFirstSelfPay": "500"})),
    );
    assert_eq!(by_items, by_parts);
    assert_eq!(by_items.patient_pays, yuan("4000")); // 1,000 outside + 1,000 deductible + 20 % of 10,000
}

#[test]
fn the_range_of_a_bill_of_which_only_the_total_is_known_has_everything_or_nothing_in_scope() {
    let range = ranged(&city([]), &bill_of(json!({"total": "11000"})));
    let pays = [&range.least, &range.most].map(|bound| bound.estimate.patient_pays);
    assert_eq!(pays, [yuan("3000"), yuan("11000")]);
    assert!(!range.exact);
    assert_eq!(range.next.unwrap().path, "bill.inScope");
    let estimate = try_estimate(&city([]), &bill_of(json!({"total": "11000"})));
    assert_eq!(refusal(estimate), (ErrorCode::InputNeeded, "bill.inScope".to_owned()));
}

#[test]
fn what_is_known_to_be_outside_narrows_the_range() {
    let range = ranged(&city([]), &bill_of(json!({"total": "12000", "fullySelfPaid": "1000"})));
    assert_eq!(range.least.estimate.patient_pays, yuan("4000")); // 1,000 + 1,000 + 20 % of 10,000
    assert_eq!(range.most.estimate.patient_pays, yuan("12000"));
    let estimate = try_estimate(&city([]), &bill_of(json!({"total": "12000", "fullySelfPaid": "1000"})));
    assert_eq!(refusal(estimate), (ErrorCode::InputNeeded, "bill.overCeiling".to_owned()));
}

#[test]
fn items_of_unknown_class_and_a_rest_without_items_leave_a_range() {
    let items = json!([{"amount": "8000", "class": "A"}, {"amount": "2000"}]);
    // From 8,000 to 11,000 in scope of 11,000.
    let range = ranged(&city([]), &bill_of(json!({"total": "11000", "items": items})));
    let pays = [&range.least, &range.most].map(|bound| bound.estimate.patient_pays);
    assert_eq!(pays, [yuan("3000"), yuan("5400")]);
    let rest = try_estimate(&city([]), &bill_of(json!({"total": "11000", "items": [{"amount": "8000", "class": "A"}]})));
    assert_eq!(refusal(rest), (ErrorCode::InputNeeded, "bill.items".to_owned()));
}

#[test]
fn a_bill_that_cannot_be_is_refused() {
    let item = json!({"amount": "8000", "class": "A"});
    let many: Vec<_> = (0..11).map(|_| json!({"amount": "99999999.99", "class": "A"})).collect();
    for (bill, code, path) in [
        (json!({}), ErrorCode::MissingField, "bill.total"),
        (json!({"total": "1", "items": [item]}), ErrorCode::SumExceedsTotal, "bill.items"),
        (json!({"items": [item], "inScope": "8000"}), ErrorCode::UnknownField, "bill"),
        (json!({"items": many}), ErrorCode::AmountTooLarge, "bill.items"),
        (json!({"items": [{"amount": "1", "class": "D"}]}), ErrorCode::UnknownValue, "bill.items.0.class"),
        (json!({"items": [{"amount": "-1", "class": "A"}]}), ErrorCode::NegativeAmount, "bill.items.0.amount"),
        (json!({"items": [{"amount": "1", "class": "A", "quantity": 1.5}]}), ErrorCode::OutOfRange, "bill.items.0.quantity"),
        (json!({"items": [{"amount": "1", "class": "A", "price": "1"}]}), ErrorCode::UnknownField, "bill.items.0.price"),
    ] {
        assert_eq!(refusal(try_estimate(&city([]), &bill_of(bill.clone()))), (code, path.to_owned()), "{bill}");
    }
    assert_eq!(refusal(split_bill(&Bill::default())), (ErrorCode::MissingField, "items".to_owned()));
}

#[test]
fn an_empty_bill_costs_nothing() {
    assert_eq!(estimated(&city([]), &bill_of(json!({"items": []}))).patient_pays, yuan("0"));
}

#[test]
fn a_bill_is_the_sum_of_its_items_part_by_part() {
    let item = |class: &str| json!({"amount": "100", "class": class, "firstSelfPay": "10", "priceCeiling": "30", "quantity": 3});
    let items = json!([item("A"), item("B"), item("B"), item("C")]);
    let split = split_bill(&Bill::from_json(&json!({"items": items}).to_string()).unwrap()).unwrap();
    let sums = [split.in_scope, split.fully_self_paid, split.over_ceiling, split.class_b_first_self_pay, split.total];
    assert_eq!(sums, ["252", "100", "30", "18", "400"].map(yuan));
    // With its total given, nothing of it is left to be asked about.
    let input = bill_of(json!({"total": "400", "items": items}));
    assert_eq!(estimated(&city([]), &input).figures.in_scope, yuan("252"));
}

#[test]
fn of_the_parts_outside_the_first_that_is_not_known_is_asked_for() {
    for (known, asked) in [
        (json!({}), "inScope"),
        (json!({"overCeiling": "1"}), "fullySelfPaid"),
        (json!({"classBFirstSelfPay": "1"}), "fullySelfPaid"),
        (json!({"fullySelfPaid": "1"}), "overCeiling"),
        (json!({"fullySelfPaid": "1", "classBFirstSelfPay": "1"}), "overCeiling"),
        (json!({"fullySelfPaid": "1", "overCeiling": "1"}), "classBFirstSelfPay"),
    ] {
        let mut bill = known.clone();
        bill["total"] = json!("11000");
        let estimate = try_estimate(&city([]), &bill_of(bill));
        assert_eq!(refusal(estimate), (ErrorCode::InputNeeded, format!("bill.{asked}")), "{known}");
    }
}

#[test]
fn all_that_is_open_in_a_bill_may_be_in_scope() {
    let items = json!([{"amount": "4000", "class": "A"}, {"amount": "2000"}]);
    let range = ranged(&city([]), &bill_of(json!({"total": "11000", "items": items})));
    // The deductible of 1,000 and 20 % of the rest: of 11,000 in scope, or of 4,000 and 7,000 outside.
    assert_eq!([range.least.estimate.patient_pays, range.most.estimate.patient_pays], ["3000", "8600"].map(yuan));
}

#[test]
fn items_of_no_known_class_are_in_scope_or_not() {
    let range = ranged(&city([]), &bill_of(json!({"items": [{"amount": "6000"}, {"amount": "5000"}]})));
    // Nothing in scope, or 11,000.
    assert_eq!([range.least, range.most].map(|bound| bound.estimate.patient_pays), [yuan("3000"), yuan("11000")]);
}
