// Finds codes and names that machines know, however they are spelled, before any full text is there.
(() => {
  "use strict";
  const search = self.glottaSearch;
  const { index } = search;

  const most = 8;
  // The best first. `src/model/spelling.rs` has the same rules for the command line, and one table of cases is tried with both.
  const alike = { written: 0, spelling: 1, digits: 2, value: 3, letters: 4, beginning: 5, inside: 6 };

  // Invisible characters, marks of writing direction, and other hyphens and minus signs come along when a code is copied from a page.
  const visible = (text) => text.normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .trim();

  // The digits that count, of whatever may be hexadecimal: `411` of `0x00000411`, `0411`, `411h`, `&h411`, `#411` and `0x411ul`.
  const digits = (text) => {
    const found = /^(?:0x|&h|#)?0*([0-9a-f]+?)(?:u?l{0,2}|h|&)$/.exec(text);
    return found && found[1];
  };

  // Digits alone are no hexadecimal number, but for the eight or sixteen of a whole word of memory with a letter among them.
  const isHexadecimal = (text) => /^0x[0-9a-f]+$/.test(text)
    || (/^(?:[0-9a-f]{8}|[0-9a-f]{16})$/.test(text) && /[0-9]/.test(text) && /[a-f]/.test(text));

  const isDecimal = (text) => /^-?[0-9]{1,20}$/.test(text);

  // A number as it is written; digits alone are decimal, and hexadecimal only where they cannot be that.
  const value = (text) => {
    if (isDecimal(text)) return BigInt(text);
    const found = digits(text);
    return found && found.length <= 16 ? BigInt("0x" + found) : null;
  };

  // Programs write the same 32 or 64 bits with a sign and without: -2147009296 is 0x80073cf0.
  const isUnsignedOf = (number, signed) => signed < 0n
    && [32n, 64n].some((bits) => signed >= -(1n << (bits - 1n)) && number === signed + (1n << bits));

  const isSameNumber = (one, other) => one !== null && other !== null
    && (one === other || isUnsignedOf(one, other) || isUnsignedOf(other, one));

  // A name without what stands between its parts; a number has no parts.
  const letters = (text) => {
    const found = text.replace(/[^\p{Alphabetic}\p{N}]/gu, "");
    return /\p{Alphabetic}/u.test(found) && [...found].length > 2 ? found : null;
  };

  const named = (name) => {
    const written = visible(name);
    const text = written.toLowerCase();
    const isNumber = isHexadecimal(text);
    return {
      written,
      text,
      digits: isNumber ? digits(text) : null,
      value: isNumber || isDecimal(text) ? value(text) : null,
      letters: isNumber ? null : letters(text),
    };
  };

  const rows = index.rows.map(([names, message, page, anchor, language]) => {
    const list = names.split(" ");
    return { list, message, page, anchor: anchor || list[0], language, names: list.map(named) };
  });

  const likeness = (name, query) => {
    if (name.text === query.text) return name.written === query.written ? alike.written : alike.spelling;
    if (name.digits !== null && name.digits === query.digits) return alike.digits;
    if (isSameNumber(name.value, query.value)) return alike.value;
    if (name.letters !== null && name.letters === query.letters) return alike.letters;
    const { length } = [...query.text];
    if (length < 2) return Infinity;
    if (name.text.startsWith(query.text)) return alike.beginning;
    if (name.digits !== null && query.digits !== null && name.digits.startsWith(query.digits)) return alike.beginning;
    return length > 2 && name.text.includes(query.text) ? alike.inside : Infinity;
  };

  const asked = (written, worst) => {
    const text = written.toLowerCase();
    return { written, text, digits: digits(text), value: value(text), letters: letters(text), worst };
  };

  // Among other words only what looks like a code is looked up, and only as a whole; and all of them as one name.
  const queries = (text) => {
    const words = visible(text).split(/\s+/).filter((word) => word !== "");
    if (words.length < 2) return words.map((word) => asked(word, alike.inside));
    const coded = words.filter((word) => [...word].length > 2 && /[0-9_]/.test(word));
    const whole = { ...asked(words.join(" "), alike.letters), digits: null, value: null };
    return [...coded.map((word) => asked(word, alike.value)), whole];
  };

  // How well a row fits, and which of its names does.
  const fit = (row, asking) => {
    let best = { rank: Infinity, name: 0 };
    for (const query of asking) {
      row.names.forEach((name, at) => {
        const rank = likeness(name, query);
        if (rank <= query.worst && rank < best.rank) best = { rank, name: at };
      });
    }
    return best;
  };

  const result = ({ row, rank, name }) => {
    const [path, title] = index.pages[row.page];
    const [lang, said] = index.languages[row.language] ?? [];
    return {
      names: row.list,
      message: row.message,
      path: path + "#" + encodeURIComponent(row.anchor),
      title,
      lang,
      said,
      // The name as the text has it, where it is the very one that was asked for.
      meant: rank <= alike.letters ? row.list[name] : null,
    };
  };

  // The rows that a text names, best first.
  search.codes = (text) => {
    const asking = queries(text);
    if (asking.length === 0) return [];
    const found = rows.map((row) => ({ row, ...fit(row, asking) })).filter(({ rank }) => rank < Infinity);
    // Rows that fit alike stay in the order of the site.
    found.sort((a, b) => a.rank - b.rank || a.row.list[0].length - b.row.list[0].length);
    return found.slice(0, most).map(result);
  };
})();
