//! The rules, one a file, in the order of the documentation.

mod alert_kind;
mod anchor_changed;
mod cell_emptied;
mod cells;
mod code_cell_changed;
mod code_format_outlier;
mod code_set_changed;
mod common_view;
mod heading_structure;
mod invariant_cell_changed;
mod link_changed;
mod locale_mismatch;
mod mixed_source_versions;
mod ragged_row;
mod row_duplicated;
mod row_extra;
mod row_missing;
mod row_order;
mod rows;
mod stale_translation;
mod table_shape;
mod undefined_code;
mod unreferenced_code;
mod unsorted_keys;

use super::Rule;

/// Every rule, in the order of the documentation.
pub static RULES: [&Rule; 21] = [
    &table_shape::RULE,
    &row_missing::RULE,
    &row_extra::RULE,
    &row_duplicated::RULE,
    &row_order::RULE,
    &code_cell_changed::RULE,
    &undefined_code::RULE,
    &unreferenced_code::RULE,
    &code_set_changed::RULE,
    &code_format_outlier::RULE,
    &invariant_cell_changed::RULE,
    &ragged_row::RULE,
    &cell_emptied::RULE,
    &unsorted_keys::RULE,
    &heading_structure::RULE,
    &anchor_changed::RULE,
    &alert_kind::RULE,
    &link_changed::RULE,
    &stale_translation::RULE,
    &mixed_source_versions::RULE,
    &locale_mismatch::RULE,
];
