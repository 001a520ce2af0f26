// Finds codes and names that machines know, however they are spelled, before any full text is there.
(() => {
  "use strict";
  const search = self.glottaSearch;
  const { index } = search;

  const most = 8;
  const alike = { spelling: 0, digits: 1, value: 2, beginning: 3, inside: 4 };

  // Invisible characters and the true minus sign come along when a code is copied from a page.
  const folded = (text) => text.normalize("NFKC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\u2212\u2013]/g, "-")
    .trim()
    .toLowerCase();

  const isHexadecimal = (text) => /^0x[0-9a-f]+$/.test(text);

  // The digits that count: `411` of `0x00000411`, of `0411` and of `411h`.
  const digits = (text) => {
    const found = /^(?:0x|&h|#)?0*([0-9a-f]+?)h?$/.exec(text);
    return found && found[1];
  };

  // Windows writes the same code with and without a sign: -2147009296 is 0x80073cf0.
  const unsigned = (value) => (value < 0n ? BigInt.asUintN(32, value) : value);

  // A number as it is written; digits alone are decimal, and hexadecimal only where they cannot be that.
  const value = (text) => {
    if (/^-?[0-9]{1,20}$/.test(text)) return unsigned(BigInt(text));
    const found = digits(text);
    return found && found.length <= 16 ? BigInt("0x" + found) : null;
  };

  const named = (name) => {
    const text = folded(name);
    const isNumber = isHexadecimal(text) || /^-?[0-9]+$/.test(text);
    return { text, digits: isHexadecimal(text) ? digits(text) : null, value: isNumber ? value(text) : null };
  };

  const rows = index.rows.map(([names, message, page, anchor, language]) => {
    const list = names.split(" ");
    return { list, message, page, anchor: anchor || list[0], language, names: list.map(named) };
  });

  const likeness = (name, query) => {
    if (name.text === query.text) return alike.spelling;
    if (name.digits !== null && name.digits === query.digits) return alike.digits;
    if (name.value !== null && name.value === query.value) return alike.value;
    if (query.text.length < 2) return Infinity;
    if (name.text.startsWith(query.text)) return alike.beginning;
    if (name.digits !== null && query.digits !== null && name.digits.startsWith(query.digits)) return alike.beginning;
    return query.text.length > 2 && name.text.includes(query.text) ? alike.inside : Infinity;
  };

  const asked = (text) => ({ text, digits: digits(text), value: value(text) });

  // Among other words only what looks like a code is looked up, and only as a whole.
  const queries = (text) => {
    const words = folded(text).split(/\s+/).filter((word) => word !== "");
    if (words.length < 2) return words.map((word) => ({ ...asked(word), worst: alike.inside }));
    const coded = words.filter((word) => word.length > 2 && /[0-9_]/.test(word));
    return coded.map((word) => ({ ...asked(word), worst: alike.value }));
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
      meant: rank <= alike.value ? row.list[name] : null,
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
