package vaiwg.grafana;

/** What figures are read beside, in words: targets with what the limits say of them, baselines, and figures of others. */
final class BesideSql {
    /** Joins the column {@code beside} to {@code told} of {@link FigureSql}, which is called t. */
    static final String JOIN = " JOIN now n ON n.pos = t.place LEFT JOIN beside b ON b.pos = n.pos";

    private BesideSql() {}

    /** The common table expression {@code beside(pos, beside)}, after those of {@link FigureSql}. */
    static String cte() {
        return """
            stated AS (
              SELECT DISTINCT ON (n.pos, b.force, b.kind, b.name) n.pos, b.kind, b.name, b.reason,
                CASE b.unit WHEN 'count' THEN to_char(b.stated, 'FM999,999,990') ELSE trim_scale(b.stated::numeric)::text END
                  || CASE b.unit WHEN 'percent' THEN '%' WHEN 'days' THEN ' days' WHEN 'hours' THEN ' hours' ELSE '' END AS value,
                (SELECT CASE p.assurance WHEN 'passes' THEN ', meets' WHEN 'fails' THEN ', misses' WHEN 'hit_or_miss' THEN ', hit or miss' END
                  FROM period p WHERE p.pos = n.pos ORDER BY p.as_at DESC LIMIT 1) AS assurance
              FROM now n JOIN vaiwg.kpi_benchmark b ON b.kpi = n.kpi AND b.slice = coalesce(n.slice, n.slices[1])
              WHERE b.until = 'infinity' AND b.publication = (SELECT max(publication) FROM vaiwg.kpi_benchmark)
                AND b.force IN ('', '$force') AND b.valid_from <= (SELECT as_at FROM newest)
              ORDER BY n.pos, b.force, b.kind, b.name, b.valid_from DESC
            ), beside AS (
              SELECT pos, string_agg(CASE WHEN reason = '' THEN value || CASE WHEN kind = 'target' THEN ' target' || coalesce(assurance, '') ELSE ' ' || name END
                ELSE '(' || value || ' ' || name || ')' END, '; ' ORDER BY kind DESC, name) AS beside
              FROM stated GROUP BY pos
            )""";
    }
}
