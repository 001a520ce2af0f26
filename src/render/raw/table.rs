//! Tables of raw HTML put in order: a caption, rows of equal length, and spans that fit.

use super::content::{self, is_blank};
use super::{Element, Node};

/// More columns or rows than this no cell spans.
const SPAN: usize = 100;

/// Rows of more cells than this stay as uneven as they were written: a short text would become a long page.
const WIDEST: usize = 200;

/// The rows of a part of a table.
type Rows<'a> = Vec<Element<'a>>;

/// Puts a table in order; one without rows is what stands in it.
pub(super) fn ordered<'a>(mut table: Element<'a>, children: Vec<Node<'a>>) -> Vec<Node<'a>> {
    let mut caption = None;
    let mut rest = Vec::new();
    let mut parts: [(&'static str, Rows); 3] = [
        ("thead", Vec::new()),
        ("tbody", Vec::new()),
        ("tfoot", Vec::new()),
    ];
    for child in children {
        match child {
            Node::Element(child) if child.name == "caption" && caption.is_none() => {
                caption = Some(titled(child));
            }
            Node::Element(child) => match parts.iter_mut().find(|(name, _)| *name == child.name) {
                Some((_, rows)) => rows.extend(child.children.into_iter().filter_map(row)),
                None => rest.push(Node::Element(child)),
            },
            other if is_blank(&other) => {}
            other => rest.push(other),
        }
    }
    make_square(&mut parts);
    let rows = parts.into_iter().filter(|(_, rows)| !rows.is_empty());
    let rows = rows.map(|(name, rows)| {
        let rows = rows.into_iter().map(Node::Element).collect();
        Node::Element(Element::new(name, rows))
    });
    table.children = caption.into_iter().chain(rows).collect();
    let mut nodes = content::flow(rest);
    match table.children.iter().any(is_part) {
        true => nodes.push(Node::Element(table)),
        false => nodes.extend(table.children.into_iter().map(untitled)),
    }
    nodes
}

fn is_part(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.name != "caption")
}

fn titled(mut caption: Element<'_>) -> Node<'_> {
    caption.children = content::line(content::flow(caption.children));
    Node::Element(caption)
}

/// A caption of nothing is a paragraph.
fn untitled(node: Node<'_>) -> Node<'_> {
    match node {
        Node::Element(caption) => Node::Element(Element {
            name: "p",
            ..caption
        }),
        other => other,
    }
}

/// A row with its cells in order; one without cells is none.
fn row(node: Node<'_>) -> Option<Element<'_>> {
    let Node::Element(mut row) = node else {
        return None;
    };
    let cells = std::mem::take(&mut row.children).into_iter();
    let cells = cells.filter_map(|cell| match cell {
        Node::Element(mut cell) if matches!(cell.name, "td" | "th") => {
            cell.children = content::flow(cell.children);
            Some(Node::Element(cell))
        }
        _ => None,
    });
    row.children = cells.collect();
    (row.name == "tr" && !row.children.is_empty()).then_some(row)
}

/// Gives all rows as many cells; spans that lie over one another, or over nothing, are taken away.
fn make_square(parts: &mut [(&'static str, Rows)]) {
    parts.iter_mut().for_each(|(_, rows)| end_spans(rows));
    parts
        .iter_mut()
        .for_each(|(part, rows)| say_scopes(part, rows));
    if !spans_fit(parts) {
        let rows = parts.iter_mut().flat_map(|(_, rows)| rows);
        rows.for_each(|row| cells(row).for_each(forget_spans));
    }
    let widths: Vec<Vec<usize>> = parts.iter().map(|(_, rows)| widths(rows).1).collect();
    let width = widths.iter().flatten().copied().max().unwrap_or(0);
    if width > WIDEST {
        return;
    }
    for ((_, rows), widths) in parts.iter_mut().zip(widths) {
        for (row, own) in rows.iter_mut().zip(widths) {
            let missing = (own..width).map(|_| Node::Element(Element::new("td", Vec::new())));
            row.children.extend(missing);
        }
    }
}

fn cells<'r, 'a>(row: &'r mut Element<'a>) -> impl Iterator<Item = &'r mut Element<'a>> {
    row.children.iter_mut().filter_map(|node| match node {
        Node::Element(cell) => Some(cell),
        _ => None,
    })
}

/// Ends cells with the last row of their part of the table.
fn end_spans(rows: &mut Rows) {
    let count = rows.len();
    for (number, row) in rows.iter_mut().enumerate() {
        for cell in cells(row) {
            let below = count - number;
            if span(cell, "rowspan") > below {
                cell.attributes.retain(|(name, _)| name != "rowspan");
                cell.attributes
                    .push(("rowspan".to_owned(), below.to_string()));
            }
        }
    }
}

/// Says of each head cell that does not what it is the head of: of its column in rows of nothing but heads, else of its row.
fn say_scopes(part: &str, rows: &mut Rows) {
    for row in rows {
        let is_head = part == "thead" || cells(row).all(|cell| cell.name == "th");
        let scope = if is_head { "col" } else { "row" };
        let heads = cells(row).filter(|cell| cell.name == "th");
        for head in heads.filter(|head| head.attribute("scope").is_none()) {
            head.attributes.push(("scope".to_owned(), scope.to_owned()));
        }
    }
}

fn forget_spans(cell: &mut Element) {
    cell.attributes
        .retain(|(name, _)| !matches!(name.as_str(), "colspan" | "rowspan"));
}

fn span(cell: &Element, name: &str) -> usize {
    let span = cell.number(name).map(|span| span as usize);
    span.filter(|span| (1..=SPAN).contains(span)).unwrap_or(1)
}

/// Whether the cells of a table make a grid in which every column has a cell of its own that begins there.
fn spans_fit(parts: &[(&'static str, Rows)]) -> bool {
    let mut begun: Vec<bool> = Vec::new();
    for (_, rows) in parts {
        let (fits, widths, starts) = grid(rows);
        let width = widths.into_iter().max().unwrap_or(0);
        begun.resize(begun.len().max(width), false);
        if !fits {
            return false;
        }
        for start in starts {
            begun[start] = true;
        }
    }
    begun.into_iter().all(|begun| begun)
}

fn widths(rows: &[Element]) -> (bool, Vec<usize>) {
    let (fits, widths, _) = grid(rows);
    (fits, widths)
}

/// Lays cells out: whether none lies over another or reaches behind the last row, how wide each row is, and in which
/// columns cells begin.
fn grid(rows: &[Element]) -> (bool, Vec<usize>, Vec<usize>) {
    let mut fits = true;
    let mut widths = Vec::with_capacity(rows.len());
    let mut starts = Vec::new();
    // For each column, how many more rows the cell above takes.
    let mut above: Vec<usize> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let mut next = vec![0; above.len()];
        for (column, rows) in above.iter().enumerate() {
            next[column] = rows.saturating_sub(1);
        }
        let mut column = 0;
        for cell in row.children.iter() {
            let Node::Element(cell) = cell else { continue };
            while above.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            starts.push(column);
            let down = span(cell, "rowspan");
            fits &= number + down <= rows.len();
            for _ in 0..span(cell, "colspan") {
                fits &= above.get(column).is_none_or(|rows| *rows == 0);
                next.resize(next.len().max(column + 1), 0);
                next[column] = next[column].max(down - 1);
                column += 1;
            }
        }
        let covered = above.iter().rposition(|rows| *rows > 0);
        widths.push(column.max(covered.map_or(0, |last| last + 1)));
        next.truncate(
            next.iter()
                .rposition(|rows| *rows > 0)
                .map_or(0, |last| last + 1),
        );
        above = next;
    }
    (fits, widths, starts)
}
