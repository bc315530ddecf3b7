package vaiwg.kpis.catalogue;

import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PerpetratorTrait;
import vaiwg.kpis.cases.ReportTime;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.LondonDays;

/**
 * Where a case belongs in every dimension by which figures are cut, packed into one long: which themes (and whether it is in the
 * strategy's scope at all), which policing area, sex, age band, ethnicity group, disability of the victim, and whether a suspect is in
 * the police; of an answer to a survey when it came.
 */
public final class DimensionKey {
    /** In the scope of the strategy: counts in the total. */
    static final int IN_SCOPE = 1 << Theme.values().length;

    /** Areas that a code map may name, beside the unknown one. */
    static final int MOST_AREAS = 4_096;
    /** Groups that a code map may name, beside the unknown one; a code's group is kept as a byte. */
    static final int MOST_ETHNICITY_GROUPS = Byte.MAX_VALUE;

    private static final int THEME_BITS = 16;

    /** Bits of dimension keys: the total and the themes. */
    static final long ALL_THEMES = (1L << THEME_BITS) - 1;

    /** The area's bits lie in two places: a dimension key of an area below 256 is what it was when areas had 8 bits. */
    private static final Bits AREA_LOW = new Bits(16, 8);

    static final Bits SEX = new Bits(24, 2);
    private static final Bits AREA_HIGH = new Bits(26, 5);
    // Bits 31, 35 to 39 and 47 are free.
    static final Bits AGE = new Bits(32, 3);
    static final Bits ETHNICITY = new Bits(40, 7);
    static final Bits DISABILITY = new Bits(48, 2);
    /** The place among {@link ReportTime#slugs} and one; 0 of what is no answer. */
    static final Bits REPORT_DAY = new Bits(50, 3);

    static final Bits REPORT_TIME = new Bits(53, 3);
    static final Bits ARM = new Bits(56, 2);
    static final Bits ROUTE = new Bits(58, 2);
    static final Bits RELATIONSHIP = new Bits(60, 3);
    static final Bits POLICE = new Bits(63, 1);

    static final long AREA = AREA_LOW.all() | AREA_HIGH.all();

    private static final int[] AGE_BANDS_FROM = {0, 13, 16, 18, 25, 35, 55};

    private static final Theme[] THEMES = Theme.values();

    private static final Theme[] STRATA = {Theme.RAPE, Theme.OTHER_SEXUAL, Theme.STALKING_HARASSMENT};

    private DimensionKey() {}

    /** Where in a dimension key a value is. */
    record Bits(int shift, int width) {
        long all() {
            return (1L << width) - 1 << shift;
        }

        long of(int value) {
            return (long) value << shift;
        }

        int in(long dimensionKey) {
            return (int) (dimensionKey >>> shift) & (1 << width) - 1;
        }
    }

    /**
     * Checks that every theme, area and group has bits of its own.
     *
     * @throws IllegalStateException in one sentence, where there are too many
     */
    static void requireRoom(int themes, CodeMaps maps) {
        requireRoom("themes", themes, THEME_BITS - 1);
        requireRoom("policing areas in areas.csv", maps.lpas().size() - 1, MOST_AREAS);
        requireRoom("groups in ethnicity-groups.csv", maps.ethnicities().size() - 1, MOST_ETHNICITY_GROUPS);
    }

    private static void requireRoom(String what, int count, int most) {
        if (count > most) {
            throw new IllegalStateException(
                    "there are " + count + " " + what + " and room for " + most + ": name fewer");
        }
    }

    /** The dimension key of a case as known. */
    public static long of(KnownCase known) {
        return known.own().dimensions(DimensionKey::pack);
    }

    private static long pack(KnownCrime known) {
        CrimeVersion crime = known.version();
        return themes(known)
                | area(known.maps().lpaOf(crime.unit, LondonDays.dayOf(crime.recordedAt)))
                | SEX.of(crime.victimKind == CrimeVersion.PERSON ? crime.sex : CrimeVersion.SEX_UNKNOWN)
                | AGE.of(ageBand(known.age()))
                | ETHNICITY.of(known.maps().ethnicityOf(ethnicity(crime)))
                | DISABILITY.of(crime.victimKind == CrimeVersion.PERSON ? crime.disability : 0)
                | POLICE.of(crime.policeSuspect ? 1 : 0);
    }

    /** The dimension key of what belongs to the strategy as a whole and to no slice: a step in offender management, an orphan outcome. */
    public static long scopeOnly() {
        return IN_SCOPE;
    }

    /** The dimension key of what belongs to the strategy in a policing area ({@link CodeMaps#lpas}) and to no theme: an order of no crime. */
    public static long scopeIn(int area) {
        return IN_SCOPE | area(area);
    }

    /** The dimension key of what is about domestic abuse in a policing area ({@link CodeMaps#lpas}) and is no case: a notice or an order. */
    public static long ofDomesticAbuseIn(int area) {
        return scopeIn(area) | bit(Theme.DOMESTIC_ABUSE);
    }

    /** The dimension key of a person in an arm of the programme's trial, and of nothing else: the arm's ordinal in the schema's list plus one. */
    public static long ofArm(byte arm) {
        return ARM.of(arm);
    }

    /** The dimension key of a place on the programme by the selection for it; age and sex of who has it are in the bits of a victim's. */
    public static long ofPlace(StepVersion selection) {
        return IN_SCOPE
                | ROUTE.of(selection.route)
                | AGE.of(PerpetratorTrait.AGE.in(selection))
                | SEX.of(PerpetratorTrait.SEX.in(selection))
                | RELATIONSHIP.of(PerpetratorTrait.RELATIONSHIP.in(selection));
    }

    /** The dimension key of an answer to a survey about a case, by the case's and when it was reported. */
    public static long ofAnswer(long dimensionKey, long reportedAt) {
        return dimensionKey
                | REPORT_DAY.of(1 + ReportTime.DAY.of(reportedAt))
                | REPORT_TIME.of(1 + ReportTime.TIME.of(reportedAt));
    }

    /** Of a dimension key the total and the themes, one bit each. */
    public static long themes(long dimensionKey) {
        return dimensionKey & ALL_THEMES;
    }

    /** Of a dimension key the policing area. */
    public static long area(long dimensionKey) {
        return dimensionKey & AREA;
    }

    /** A dimension key with the total of a measure whose own scope is wider than the strategy's themes. */
    public static long inScope(long dimensionKey) {
        return dimensionKey | IN_SCOPE;
    }

    /** The dimension key without the characteristics of the victim: themes and policing area, in 31 bits of which bit 24 is free. */
    public static long withoutVictim(long dimensionKey) {
        return dimensionKey & (ALL_THEMES | AREA);
    }

    /** Whether a dimension key belongs to the scope of the strategy or to any theme. */
    public static boolean isInAny(long dimensionKey) {
        return themes(dimensionKey) != 0;
    }

    /** Whether a dimension key counts in the total. */
    public static boolean isInScope(long dimensionKey) {
        return (dimensionKey & IN_SCOPE) != 0;
    }

    /** The bit of dimension keys that belong to a theme. */
    static long bit(Theme theme) {
        return 1L << theme.ordinal();
    }

    /** Whether a dimension key belongs to a theme. */
    public static boolean isIn(long dimensionKey, Theme theme) {
        return (dimensionKey & bit(theme)) != 0;
    }

    static int lpa(long dimensionKey) {
        return AREA_HIGH.in(dimensionKey) << AREA_LOW.width | AREA_LOW.in(dimensionKey);
    }

    /**
     * The stratum of a case within which cases are alike: its offence's theme, with the marker of domestic abuse and without; marked cases
     * of no such theme are one. Only of cases in the scope of the strategy.
     */
    static int stratum(long dimensionKey) {
        int offence = 0;
        while (offence < STRATA.length && !isIn(dimensionKey, STRATA[offence])) {
            offence++;
        }
        boolean marked = offence < STRATA.length && isIn(dimensionKey, Theme.DOMESTIC_ABUSE);
        return 2 * offence + (marked ? 1 : 0);
    }

    /** The stratum with whether a suspect is in the police: first all strata of cases without, then all with. */
    static int policeStratum(long dimensionKey) {
        boolean police = POLICE.in(dimensionKey) != 0;
        return stratum(dimensionKey) + (police ? 2 * STRATA.length + 1 : 0);
    }

    private static long themes(KnownCrime known) {
        long themes = known.isInScope() ? IN_SCOPE : 0;
        for (Theme theme : THEMES) {
            if (isIn(known, theme)) {
                themes |= 1L << theme.ordinal();
            }
        }
        return themes;
    }

    private static boolean isIn(KnownCrime known, Theme theme) {
        return switch (theme) {
            case DOMESTIC_ABUSE -> known.isDomesticAbuse();
            case VAIWG_FEMALE ->
                known.isInScope()
                        && known.version().victimKind == CrimeVersion.PERSON
                        && known.version().sex == CrimeVersion.FEMALE;
            case VIOLENCE_SEXUAL -> known.isViolenceSexualBucket();
            default -> known.offenceIn(theme);
        };
    }

    private static long ethnicity(CrimeVersion crime) {
        boolean known = crime.victimKind == CrimeVersion.PERSON
                && Characteristic.ETHNICITY.status(crime.characteristics) == Characteristic.VALUE;
        return known ? crime.ethnicity : 0;
    }

    private static int ageBand(int age) {
        if (age < 0) {
            return AGE_BANDS_FROM.length;
        }
        int band = AGE_BANDS_FROM.length - 1;
        while (age < AGE_BANDS_FROM[band]) {
            band--;
        }
        return band;
    }

    private static long area(int index) {
        return AREA_LOW.of(index & (1 << AREA_LOW.width) - 1) | AREA_HIGH.of(index >>> AREA_LOW.width);
    }
}
