package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.PerpetratorTrait;
import vaiwg.kpis.cases.ReportTime;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Theme;

/** An explicit list of slices by which measures may be cut; never a cube. {@code unknown} is a slice, so that parts add up. */
@API(status = API.Status.MAINTAINED)
public enum SliceFamily {
    /** The measure's whole scope: the union of the themes, each crime once. */
    TOTAL(true, List.of(), null, maps -> List.of(""), t -> 0),
    /** The paper's four rows. */
    THEME(true, Theme.MAIN, null, maps -> List.of(""), t -> 0),
    /** Stalking and harassment apart, and the part of the scope with a female victim. */
    THEME_DETAIL(true, detailThemes(), null, maps -> List.of(""), t -> 0),
    /** The bucket of public archives. */
    ARCHIVE_THEME(true, List.of(Theme.VIOLENCE_SEXUAL), null, maps -> List.of(""), t -> 0),
    THEME_AND_LPA(false, Theme.MAIN, "lpa", CodeMaps::lpas, DimensionKey::lpa),
    /** Of {@link #THEME_AND_LPA} the rows of domestic abuse: of what is about no other theme. */
    DOMESTIC_ABUSE_AND_LPA(false, List.of(Theme.DOMESTIC_ABUSE), "lpa", CodeMaps::lpas, DimensionKey::lpa),
    /** Areas as a whole: of what an area has too little of to be read by theme. */
    LPA(false, List.of(), "lpa", CodeMaps::lpas, DimensionKey::lpa),
    VICTIM_SEX(false, Theme.MAIN, "sex", maps -> List.of("unknown", "female", "male", "other"), DimensionKey.SEX::in),
    AGE_BAND(
            false,
            Theme.MAIN,
            "age",
            maps -> List.of("0-12", "13-15", "16-17", "18-24", "25-34", "35-54", "55+", "unknown"),
            DimensionKey.AGE::in),
    ETHNICITY(false, Theme.MAIN, "ethnicity", CodeMaps::ethnicities, DimensionKey.ETHNICITY::in),
    DISABILITY(
            false,
            Theme.MAIN,
            "disability",
            maps -> List.of("unknown", "disabled", "not_disabled"),
            DimensionKey.DISABILITY::in),
    /** Cases that are alike by theme and marker of domestic abuse: kept by the day to weigh shares, and published as no slice. */
    STRATUM(true, List.of(), "stratum", maps -> strata(""), DimensionKey::stratum),
    /** The same, with and without a suspect in the police. */
    POLICE_STRATUM(
            true,
            List.of(),
            "stratum",
            maps -> Stream.concat(strata("others_").stream(), strata("police_").stream())
                    .toList(),
            DimensionKey::policeStratum),
    /** The two arms of the trial of the EASI programme, and no total: they are compared, never summed. */
    TRIAL_ARM(true, List.of(), "arm", maps -> List.of("treatment", "control"), t -> DimensionKey.ARM.in(t) - 1),
    /** How people came to the EASI programme. */
    PROGRAMME_ROUTE(
            false,
            List.of(),
            "route",
            maps -> List.of("unknown", "conditional_caution", "conviction"),
            DimensionKey.ROUTE::in),
    /** Who the people are that have a place on it. */
    PERPETRATOR_AGE(PerpetratorTrait.AGE, DimensionKey.AGE::in),
    PERPETRATOR_SEX(PerpetratorTrait.SEX, DimensionKey.SEX::in),
    PERPETRATOR_RELATIONSHIP(PerpetratorTrait.RELATIONSHIP, DimensionKey.RELATIONSHIP::in),
    /** When was reported what the answer to a survey is about. */
    REPORT_DAY(ReportTime.DAY, t -> DimensionKey.REPORT_DAY.in(t) - 1),
    REPORT_TIME(ReportTime.TIME, t -> DimensionKey.REPORT_TIME.in(t) - 1);

    private final boolean daily;
    private final List<Theme> themes;
    /** By theme the bit of dimension keys that belong to it. */
    private final long[] themeBits;

    private final String key;
    private final Function<CodeMaps, List<String>> values;
    private final LongToIntFunction index;

    SliceFamily(
            boolean daily,
            List<Theme> themes,
            String key,
            Function<CodeMaps, List<String>> values,
            LongToIntFunction index) {
        this.daily = daily;
        this.themes = themes;
        this.themeBits = themes.stream().mapToLong(DimensionKey::bit).toArray();
        this.key = key;
        this.values = values;
        this.index = index;
    }

    SliceFamily(PerpetratorTrait trait, LongToIntFunction index) {
        this(false, List.of(), trait.slug(), maps -> trait.slugs(), index);
    }

    SliceFamily(ReportTime time, LongToIntFunction index) {
        this(false, List.of(), time.slug(), maps -> time.slugs(), index);
    }

    /** Whether every day's snapshot keeps its rows; the others are kept at month ends, and daily from {@code daily_from} on. */
    public boolean isDaily() {
        return daily;
    }

    /** Whether its rows are of policing areas. */
    public boolean isOfAreas() {
        return "lpa".equals(key);
    }

    /** The bits of a dimension key that decide about its rows. */
    long bits() {
        return DimensionKey.ALL_THEMES
                | switch (this) {
                    case TOTAL, THEME, THEME_DETAIL, ARCHIVE_THEME, STRATUM -> 0;
                    case THEME_AND_LPA, DOMESTIC_ABUSE_AND_LPA, LPA -> DimensionKey.AREA;
                    case VICTIM_SEX, PERPETRATOR_SEX -> DimensionKey.SEX.all();
                    case AGE_BAND, PERPETRATOR_AGE -> DimensionKey.AGE.all();
                    case ETHNICITY -> DimensionKey.ETHNICITY.all();
                    case DISABILITY -> DimensionKey.DISABILITY.all();
                    case POLICE_STRATUM -> DimensionKey.POLICE.all();
                    case TRIAL_ARM -> DimensionKey.ARM.all();
                    case PROGRAMME_ROUTE -> DimensionKey.ROUTE.all();
                    case PERPETRATOR_RELATIONSHIP -> DimensionKey.RELATIONSHIP.all();
                    case REPORT_DAY -> DimensionKey.REPORT_DAY.all();
                    case REPORT_TIME -> DimensionKey.REPORT_TIME.all();
                };
    }

    int size(CodeMaps maps) {
        return Math.max(1, themes.size()) * values.apply(maps).size();
    }

    /** The dimensions of a row and their values, sorted by key; empty for the total. */
    Map<String, String> dimensions(int row, CodeMaps maps) {
        Map<String, String> dimensions = new TreeMap<>();
        List<String> second = values.apply(maps);
        if (!themes.isEmpty()) {
            dimensions.put("theme", themes.get(row / second.size()).slug());
        }
        if (key != null) {
            dimensions.put(key, second.get(row % second.size()));
        }
        return dimensions;
    }

    /** Appends the rows to which a dimension key belongs, each plus {@code offset}; returns the new length. */
    int append(long dimensionKey, int offset, int secondSize, int[] rows, int length) {
        int next = length;
        if (this == TOTAL) {
            if (DimensionKey.isInScope(dimensionKey)) {
                rows[next++] = offset;
            }
            return next;
        }
        if (this == TRIAL_ARM) {
            if (DimensionKey.ARM.in(dimensionKey) != 0) {
                rows[next++] = offset + index.applyAsInt(dimensionKey);
            }
            return next;
        }
        if (themes.isEmpty()) {
            int place = index.applyAsInt(dimensionKey);
            if (DimensionKey.isInScope(dimensionKey) && place >= 0) {
                rows[next++] = offset + place;
            }
            return next;
        }
        int first = offset + index.applyAsInt(dimensionKey);
        for (int i = 0; i < themeBits.length; i++) {
            if ((dimensionKey & themeBits[i]) != 0) {
                rows[next++] = first + i * secondSize;
            }
        }
        return next;
    }

    int secondSize(CodeMaps maps) {
        return values.apply(maps).size();
    }

    /** In the order of {@link DimensionKey#stratum}. */
    private static List<String> strata(String prefix) {
        return Stream.of(
                        "rape",
                        "rape_da",
                        "other_sexual",
                        "other_sexual_da",
                        "stalking_harassment",
                        "stalking_harassment_da",
                        "other_da")
                .map(stratum -> prefix + stratum)
                .toList();
    }

    private static List<Theme> detailThemes() {
        return List.of(Theme.STALKING, Theme.HARASSMENT, Theme.VAIWG_FEMALE);
    }
}
