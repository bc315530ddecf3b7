package vaiwg.kpis.catalogue;

import vaiwg.kpis.cases.AnswerTime;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PerpetratorTrait;
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

    private static final int LPA_SHIFT = 16;
    /** The area's bits lie in two places: a dimension key of an area below 256 is what it was when areas had 8 bits. */
    private static final int LPA_LOW_BITS = 8;

    private static final int LPA_HIGH_BITS = 5;
    private static final int SEX_SHIFT = 24;
    private static final int LPA_HIGH_SHIFT = 26;
    private static final int AGE_SHIFT = 32;
    private static final int ETHNICITY_SHIFT = 40;
    private static final int DISABILITY_SHIFT = 48;
    private static final int ANSWER_DAY_SHIFT = 50;
    private static final int ANSWER_TIME_SHIFT = 53;
    private static final int ARM_SHIFT = 56;
    private static final int ROUTE_SHIFT = 58;
    private static final int RELATIONSHIP_SHIFT = 60;
    private static final int POLICE_SHIFT = 63;
    private static final int MASK = 0xFF;
    private static final int SEX_MASK = 3;
    private static final int DISABILITY_MASK = 3;
    private static final int ANSWER_MASK = 7;
    private static final int ARM_MASK = 3;
    private static final int ROUTE_MASK = 3;
    private static final int RELATIONSHIP_MASK = 7;

    /** Bits of dimension keys: the total and the themes. */
    static final long ALL_THEMES = (1L << LPA_SHIFT) - 1;

    static final long AREA = field(MASK, LPA_SHIFT) | field((1 << LPA_HIGH_BITS) - 1, LPA_HIGH_SHIFT);
    static final long SEX = field(SEX_MASK, SEX_SHIFT);
    static final long AGE = field(MASK, AGE_SHIFT);
    static final long ETHNICITY = field(MASK, ETHNICITY_SHIFT);
    static final long DISABILITY = field(DISABILITY_MASK, DISABILITY_SHIFT);
    static final long ANSWER_DAY = field(ANSWER_MASK, ANSWER_DAY_SHIFT);
    static final long ANSWER_TIME = field(ANSWER_MASK, ANSWER_TIME_SHIFT);
    static final long ARM = field(ARM_MASK, ARM_SHIFT);
    static final long ROUTE = field(ROUTE_MASK, ROUTE_SHIFT);
    static final long RELATIONSHIP = field(RELATIONSHIP_MASK, RELATIONSHIP_SHIFT);
    static final long POLICE = 1L << POLICE_SHIFT;

    private static final int[] AGE_BANDS_FROM = {0, 13, 16, 18, 25, 35, 55};

    private static final Theme[] THEMES = Theme.values();

    private static final Theme[] STRATA = {Theme.RAPE, Theme.OTHER_SEXUAL, Theme.STALKING_HARASSMENT};

    private DimensionKey() {}

    /**
     * Checks that every theme, area and group has bits of its own.
     *
     * @throws IllegalStateException in one sentence, where there are too many
     */
    static void requireRoom(int themes, CodeMaps maps) {
        requireRoom("themes", themes, LPA_SHIFT - 1);
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
                | field(crime.victimKind == CrimeVersion.PERSON ? crime.sex : CrimeVersion.SEX_UNKNOWN, SEX_SHIFT)
                | field(ageBand(known.age()), AGE_SHIFT)
                | field(known.maps().ethnicityOf(ethnicity(crime)), ETHNICITY_SHIFT)
                | field(crime.victimKind == CrimeVersion.PERSON ? crime.disability : 0, DISABILITY_SHIFT)
                | field(crime.policeSuspect ? 1 : 0, POLICE_SHIFT);
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
        return field(arm, ARM_SHIFT);
    }

    /** The dimension key of a place on the programme by the selection for it; age and sex of who has it are in the bits of a victim's. */
    public static long ofPlace(StepVersion selection) {
        return IN_SCOPE
                | field(selection.route, ROUTE_SHIFT)
                | field(PerpetratorTrait.AGE.in(selection), AGE_SHIFT)
                | field(PerpetratorTrait.SEX.in(selection), SEX_SHIFT)
                | field(PerpetratorTrait.RELATIONSHIP.in(selection), RELATIONSHIP_SHIFT);
    }

    /** The dimension key of an answer to a survey about a case, by the case's. */
    public static long ofAnswer(long dimensionKey, long answeredAt) {
        return dimensionKey
                | field(1 + AnswerTime.DAY.of(answeredAt), ANSWER_DAY_SHIFT)
                | field(1 + AnswerTime.TIME.of(answeredAt), ANSWER_TIME_SHIFT);
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
        int high = (int) (dimensionKey >>> LPA_HIGH_SHIFT) & (1 << LPA_HIGH_BITS) - 1;
        return high << LPA_LOW_BITS | (int) (dimensionKey >>> LPA_SHIFT) & MASK;
    }

    static int sex(long dimensionKey) {
        return (int) (dimensionKey >>> SEX_SHIFT) & SEX_MASK;
    }

    static int ageBand(long dimensionKey) {
        return (int) (dimensionKey >>> AGE_SHIFT) & MASK;
    }

    static int ethnicity(long dimensionKey) {
        return (int) (dimensionKey >>> ETHNICITY_SHIFT) & MASK;
    }

    static int disability(long dimensionKey) {
        return (int) (dimensionKey >>> DISABILITY_SHIFT) & DISABILITY_MASK;
    }

    /** The place among {@link AnswerTime#slugs}; -1 of what is no answer. */
    static int answerDay(long dimensionKey) {
        return ((int) (dimensionKey >>> ANSWER_DAY_SHIFT) & ANSWER_MASK) - 1;
    }

    static int answerTime(long dimensionKey) {
        return ((int) (dimensionKey >>> ANSWER_TIME_SHIFT) & ANSWER_MASK) - 1;
    }

    static int arm(long dimensionKey) {
        return (int) (dimensionKey >>> ARM_SHIFT) & ARM_MASK;
    }

    static int route(long dimensionKey) {
        return (int) (dimensionKey >>> ROUTE_SHIFT) & ROUTE_MASK;
    }

    static int relationship(long dimensionKey) {
        return (int) (dimensionKey >>> RELATIONSHIP_SHIFT) & RELATIONSHIP_MASK;
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
        boolean police = (dimensionKey & POLICE) != 0;
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
        return field(index & MASK, LPA_SHIFT) | field(index >>> LPA_LOW_BITS, LPA_HIGH_SHIFT);
    }

    private static long field(int value, int shift) {
        return (long) value << shift;
    }
}
