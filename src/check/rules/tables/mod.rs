//! Tables: what the tables of an article say.

mod cell_emptied;
pub(in crate::check::rules) mod cells;
pub(in crate::check::rules) mod code_cell_changed;
mod code_format_outlier;
mod code_set_changed;
mod common_view;
mod invariant_cell_changed;
mod paired_columns_disagree;
mod ragged_row;
mod row_duplicated;
mod row_extra;
mod row_missing;
mod row_order;
mod rows;
mod table_shape;
mod undefined_code;
mod unreferenced_code;
mod unsorted_keys;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
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
    &paired_columns_disagree::RULE,
    &invariant_cell_changed::RULE,
    &ragged_row::RULE,
    &cell_emptied::RULE,
    &unsorted_keys::RULE,
];
