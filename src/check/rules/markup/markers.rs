//! Marks of emphasis that a reader sees as text, because they are not written as CommonMark wants them.

use super::glyphs::{self, Glyph, OBJECT};
use crate::check::Words;
use crate::diagnostic::{Edit, Source, Span};
use std::sync::Arc;

/// `**`, `__`, `*` or `_` that stands in the text although it was meant to be markup.
#[derive(Debug)]
pub struct Marker {
    /// Where the first mark stands.
    pub span: Span,
    /// Moves blanks out of the emphasis, where that is all it takes.
    pub edits: Vec<Edit>,
}

/// What a passage lacks compared with its counterparts: a doubtful mark is markup where markup is missing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lacks {
    pub strong: bool,
    pub emphasis: bool,
}

/// Equal marks in a row.
#[derive(Debug, Clone, Copy)]
struct Run {
    mark: char,
    /// Range in the letters of the passage.
    start: usize,
    end: usize,
    before: char,
    after: char,
}

/// Finds the marks that were meant to be markup.
pub fn markers(source: &Arc<Source>, words: &Words, cell: bool, lacks: Lacks) -> Vec<Marker> {
    let mut prose = words.prose();
    if !prose.any(|run| run.text.contains(['*', '_'])) {
        return Vec::new();
    }
    let glyphs = glyphs::glyphs(source, words);
    let passage = Passage {
        source,
        glyphs: &glyphs,
        cell,
        lacks,
    };
    let mut found = passage.found(&runs(&glyphs));
    found.sort_by_key(|marker| marker.span);
    found
}

fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut start = 0;
    for same in glyphs.chunk_by(|a, b| a.letter == b.letter && !a.escaped && !b.escaped) {
        let end = start + same.len();
        if matches!(same[0].letter, '*' | '_') && !same[0].escaped {
            let at =
                |at: Option<usize>| at.and_then(|at| glyphs.get(at)).map_or(' ', |it| it.letter);
            runs.push(Run {
                mark: same[0].letter,
                start,
                end,
                before: at(start.checked_sub(1)),
                after: at(Some(end)),
            });
        }
        start = end;
    }
    runs
}

impl Run {
    fn len(&self) -> usize {
        self.end - self.start
    }

    /// `**/x`, `x\**`, `*.md`.
    fn is_glob(&self) -> bool {
        let slash = |letter: char| matches!(letter, '/' | '\\');
        slash(self.before) || slash(self.after) || self.after == '.' && self.before.is_whitespace()
    }

    /// `2**3`.
    fn is_power(&self) -> bool {
        self.after.is_ascii_digit() && (self.before.is_ascii_alphanumeric() || self.before == ')')
    }

    /// `a__b`.
    fn is_inside_name(&self) -> bool {
        self.mark == '_' && self.before.is_alphanumeric() && self.after.is_alphanumeric()
    }

    fn is_attached(&self) -> bool {
        !self.before.is_whitespace() || !self.after.is_whitespace()
    }

    /// `****` that a reader sees is the end of one emphasis and the start of the next; a row of stars hides a secret, unless bold
    /// words are missing.
    fn is_double(&self, lacks: Lacks) -> bool {
        let secret = |letter: char| letter.is_ascii_digit() || matches!(letter, '=' | '-' | ':');
        let hides = !self.is_attached() || secret(self.before) || secret(self.after);
        self.mark == '*' && self.len() == 4 && (lacks.strong || !hides)
    }

    /// `**` between letters, where emphasis is missing, is the end of one `*emphasis*` and the start of the next.
    fn is_joint(&self, lacks: Lacks) -> bool {
        let inside = self.before.is_alphanumeric() && self.after.is_alphanumeric();
        self.mark == '*' && self.len() == 2 && lacks.emphasis && inside && !self.is_power()
    }

    /// `**` that may begin or end emphasis. A name with two underscores inside is one, unless bold words are missing.
    fn is_wide(&self, lacks: Lacks) -> bool {
        let width = match self.mark {
            '*' => self.len() == 2 || self.len() == 3,
            _ => self.len() == 2,
        };
        let name = self.is_inside_name() && !lacks.strong;
        width && !self.is_glob() && !self.is_power() && !name
    }

    fn is_narrow(&self, _: Lacks) -> bool {
        self.len() == 1 && !self.is_glob() && !self.is_power()
    }

    /// `_` in `file_name`, which is two marks in `file_name_old`.
    fn is_inside_ascii(&self) -> bool {
        self.before.is_ascii_alphanumeric() && self.after.is_ascii_alphanumeric()
    }

    /// A mark behind a word, as a footnote has it.
    fn hangs_behind(&self) -> bool {
        !self.before.is_whitespace() && self.after.is_whitespace()
    }
}

struct Passage<'a> {
    source: &'a Arc<Source>,
    glyphs: &'a [Glyph],
    cell: bool,
    lacks: Lacks,
}

impl Passage<'_> {
    fn found(&self, runs: &[Run]) -> Vec<Marker> {
        let mut found = Vec::new();
        found.extend(
            runs.iter()
                .filter(|run| run.is_double(self.lacks))
                .map(|run| self.single(run)),
        );
        for mark in ['*', '_'] {
            let of = |fits: fn(&Run, Lacks) -> bool| -> Vec<Run> {
                runs.iter()
                    .filter(|run| run.mark == mark && fits(run, self.lacks))
                    .copied()
                    .collect()
            };
            let left = self.pairs(&of(Run::is_wide), &mut found);
            found.extend(
                left.iter()
                    .filter(|run| self.dangles(run) || run.is_joint(self.lacks))
                    .map(|run| self.single(run)),
            );
            if self.lacks.emphasis {
                self.pairs(&of(Run::is_narrow), &mut found);
            }
        }
        found
    }

    /// Takes marks two by two where letters stand between, and returns those that are left over.
    fn pairs(&self, runs: &[Run], found: &mut Vec<Marker>) -> Vec<Run> {
        let mut left = Vec::new();
        let mut runs = runs.iter().peekable();
        while let Some(run) = runs.next() {
            match runs.next_if(|next| self.is_pair(run, next)) {
                Some(next) => found.push(self.pair(run, next)),
                None => left.push(*run),
            }
        }
        left
    }

    /// Two marks of footnotes are no pair.
    fn is_pair(&self, first: &Run, second: &Run) -> bool {
        let between = &self.glyphs[first.end..second.start];
        let letters = between
            .iter()
            .any(|glyph| glyph.letter.is_alphanumeric() || glyph.letter == OBJECT);
        let footnotes = first.hangs_behind() && second.hangs_behind();
        let bold = self.lacks.strong && first.len() == 2;
        let inside = first.is_inside_ascii() && second.is_inside_ascii();
        let names = first.mark == '_' && inside && !bold;
        letters && !names && (!footnotes || self.lacks.strong || self.lacks.emphasis || !self.cell)
    }

    /// One mark alone, at the start or the end of words; in cells it calls a footnote.
    fn dangles(&self, run: &Run) -> bool {
        let starts = run.start == 0 && run.after.is_whitespace();
        let letter = |letter: char| letter.is_alphanumeric() || letter == OBJECT;
        let blank = |letter: char| letter.is_whitespace();
        let attached =
            letter(run.before) != letter(run.after) || blank(run.before) != blank(run.after);
        run.mark == '*' && !self.cell && !starts && attached
    }

    fn single(&self, run: &Run) -> Marker {
        Marker {
            span: self.span(run.start, run.end),
            edits: Vec::new(),
        }
    }

    fn pair(&self, first: &Run, second: &Run) -> Marker {
        let mut marker = self.single(first);
        if first.len() == second.len() && first.mark == '*' {
            marker.edits.extend(self.opened(first));
            marker.edits.extend(self.closed(second));
        }
        marker
    }

    /// Moves the blanks behind an opening mark before it.
    fn opened(&self, run: &Run) -> Option<Edit> {
        let blanks = self.glyphs[run.end..]
            .iter()
            .take_while(|glyph| glyph.letter == ' ')
            .count();
        let before = if run.before.is_whitespace() { "" } else { " " };
        let mark = "*".repeat(run.len());
        (blanks > 0).then(|| self.edit(run.start, run.end + blanks, format!("{before}{mark}")))
    }

    /// Moves the blanks before a closing mark behind it.
    fn closed(&self, run: &Run) -> Option<Edit> {
        let before = self.glyphs[..run.start].iter().rev();
        let blanks = before.take_while(|glyph| glyph.letter == ' ').count();
        let after = if run.after.is_alphanumeric() { " " } else { "" };
        let mark = "*".repeat(run.len());
        (blanks > 0).then(|| self.edit(run.start - blanks, run.end, format!("{mark}{after}")))
    }

    fn edit(&self, start: usize, end: usize, text: String) -> Edit {
        Edit {
            source: Arc::clone(self.source),
            span: self.span(start, end),
            text,
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.glyphs[start].span.start, self.glyphs[end - 1].span.end)
    }
}
