-- What is published as a value of a measure's dimension was counted above as a measure of its own, and is named last.
CREATE MACRO with_cut(slice, cut) AS array_to_string(list_sort(list_append(list_filter(string_split(slice, ';'), one -> one <> ''), cut)), ';');
CREATE MACRO without_cut(slice, cut) AS array_to_string(list_filter(string_split(slice, ';'), one -> one <> cut), ';');

-- The figures whose single days are asked are named as they are published.
UPDATE charted_figure SET kpi = v.kpi, slice = without_cut(slice, v.cut)
FROM value_of_dimension v
WHERE v.measure = charted_figure.kpi AND list_contains(string_split(charted_figure.slice, ';'), v.cut);
