package vaiwg.demo.synthetic;

import java.util.EnumMap;
import java.util.Map;
import vaiwg.demo.synthetic.GroupFigures.AgeBand;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.ProgrammeRoute;

/**
 * Every figure that the synthetic force assumes, with where it comes from. "The paper" is <i>Victims and VAIWG</i>, Strategic
 * Policing and Crime Board, West Midlands, autumn 2021. "Assumed" means that no source was found: the figure is there so that
 * the measures have something to measure, and says nothing about the real force.
 *
 * <p>Shares are of one, times are in the unit that their name says.
 */
final class WestMidlandsFigures {
    static final String FORCE = "west-midlands";
    /** The Home Office's number of the force; crime numbers begin with it. */
    static final String FORCE_NUMBER = "20";

    // ---- Volumes
    // -------------------------------------------------------------------------------------------------------

    /** 2,015 rapes recorded from March to August 2021: the paper, section 2.3.5. */
    static final double RAPES_A_MONTH = 2_015 / 6.0;
    /** In the proportion of the paper's table of outcome 16: 1,399 other sexual offences to 1,275 rapes. */
    static final double OTHER_SEXUAL_A_MONTH = RAPES_A_MONTH * 1_399 / 1_275;
    /** Express &amp; Star, 23 March 2022, on the force's own figures. */
    static final double STALKING_A_MONTH = 666;
    /** As above; with malicious communications. */
    static final double HARASSMENT_A_MONTH = 3_900;
    /** Assumed, so that about 5,800 crimes a month are marked: 1.3 to one of stalking and harassment, as in the paper's table. */
    static final double DOMESTIC_OTHER_A_MONTH = 4_250;
    /** Growth a year around the middle of the history; assumed. */
    static final double GROWTH_A_YEAR = 0.03;
    /** Height of the summer peak over the mean, in early July; assumed from the usual course of recorded violence. */
    static final double SUMMER_PEAK = 0.07;
    /** Recorded on a bank holiday, relative to its weekday; assumed. */
    static final double BANK_HOLIDAY_INTAKE = 0.85;

    // ---- Domestic abuse marker
    // -----------------------------------------------------------------------------------------

    /** Express &amp; Star, 23 March 2022: 90 % of stalking, 22.5 % of harassment. */
    static final double STALKING_DOMESTIC = 0.90;

    static final double HARASSMENT_DOMESTIC = 0.225;
    /** Assumed. */
    static final double RAPE_DOMESTIC = 0.25;

    static final double OTHER_SEXUAL_DOMESTIC = 0.08;
    /** Marked only after recording, and after how many days (median); assumed. */
    static final double FLAG_LATE = 0.07;

    static final double FLAG_LATE_MEDIAN_DAYS = 4;
    /** Never marked, although victim and suspect are partners or family; assumed. */
    static final double FLAG_MISSING = 0.015;
    /** Marker taken off again; assumed. */
    static final double FLAG_CLEARED = 0.004;

    // ---- Recording
    // -----------------------------------------------------------------------------------------------------

    /** Most crimes are recorded within hours, as the 24-hour rule of the counting rules demands; the shares are assumed. */
    static final double RECORDED_SAME_DAY = 0.82;

    static final double RECORDED_WITHIN_24H = 0.92;
    /** Mean hours from report to record of those recorded the same day; assumed. */
    static final double HOURS_TO_RECORD = 3;
    /** Received from another force; assumed. */
    static final double TRANSFERRED_IN = 0.004;
    /** Rapes that began as a reported incident not confirmed at once (N100); assumed. */
    static final double BEGAN_AS_N100 = 0.12;
    /**
     * Of these, decided after how many days (median, and spread of the logarithm), though not after an outcome; another offence in the
     * end; undecided for good where the case never has an outcome. All assumed.
     */
    static final double N100_MEDIAN_DAYS = 5;

    static final double N100_SIGMA = 1.2;
    static final double N100_ANOTHER_OFFENCE = 0.06;
    static final double N100_UNDECIDED = 0.5;
    /** Cancelled; after how many days (median); reinstated of those. Grounds C1 to C5 of the counting rules; shares assumed. */
    static final double CANCELLED = 0.025;

    static final double CANCELLED_MEDIAN_DAYS = 12;
    static final double REINSTATED = 0.06;
    static final Choice<String> CANCELLATION_GROUNDS =
            Choice.of("C1", 0.10).or("C2", 0.40).or("C3", 0.22).or("C4", 0.23).or("C5", 0.05);
    /** Transferred to another force, merged into another record; assumed. */
    static final double TRANSFERRED = 0.004;

    static final double MERGED = 0.003;
    /** Share of records that are removed, at least for a time. */
    static final double REMOVED = CANCELLED + TRANSFERRED + MERGED;

    /** The offence is corrected; after how many days (median); assumed. */
    static final Map<OffenceGroup, Double> RECLASSIFIED = Map.of(
            OffenceGroup.RAPE, 0.008,
            OffenceGroup.OTHER_SEXUAL, 0.012,
            OffenceGroup.STALKING, 0.025,
            OffenceGroup.HARASSMENT, 0.012,
            OffenceGroup.DOMESTIC, 0.015);

    static final double RECLASSIFIED_MEDIAN_DAYS = 9;
    /** The place is matched to an area and a cell by a nightly run, not at recording; assumed. */
    static final double PLACE_MATCHED_LATER = 0.25;
    /** Share of crimes at one of the few repeat places of an area; assumed. */
    static final double REPEAT_PLACE = 0.3;

    static final int REPEAT_PLACES = 280;
    /** A suspect who becomes known was known when the crime was recorded; mean days otherwise; assumed. */
    static final double SUSPECT_KNOWN_AT_ONCE = 0.70;

    static final double DAYS_TO_SUSPECT = 6;

    static final Choice<String> CHANNELS = Choice.of("999", 0.31)
            .or("101", 0.24)
            .or("ONLINE", 0.18)
            .or("OFFICER", 0.12)
            .or("STATION", 0.06)
            .or("PARTNER_AGENCY", 0.09);

    /** Local policing areas since 3 April 2023, about by population; null is a record without an area (assumed). */
    static final Choice<String> AREAS = Choice.of("birmingham", 0.40)
            .or("coventry", 0.13)
            .or("sandwell", 0.12)
            .or("dudley", 0.10)
            .or("walsall", 0.10)
            .or("wolverhampton", 0.095)
            .or("solihull", 0.05)
            .rest(null);

    // ---- People
    // --------------------------------------------------------------------------------------------------------

    /** Domestic abuse between the same two people: share of such crimes, couples known in a period; assumed. */
    static final double REPEAT_COUPLE = 0.35;

    static final int COUPLES_A_PERIOD = 6_000;
    /** Share of the crimes against a victim of such a couple that somebody else is suspected of; assumed. */
    static final double OTHER_SUSPECT = 0.02;

    static final int PERIOD_DAYS = 270;
    /** Suspects who are known for crimes against several victims; assumed. */
    static final double SERIAL_SUSPECT = 0.05;

    static final int SERIAL_SUSPECTS_A_PERIOD = 500;
    /** The victim, the suspect has no pseudonym that links records; assumed. */
    static final double VICTIM_UNRESOLVED = 0.04;

    static final double SUSPECT_UNRESOLVED = 0.06;
    /** A police officer or member of staff among the named suspects; assumed, so that parity can be measured at all. */
    static final double POLICE_EMPLOYEE = 0.005;
    /** Victims that are organisations, the state, or not recorded; assumed, outside sexual offences. */
    static final double ORGANISATION = 0.004;

    static final double STATE = 0.001;
    static final double NO_VICTIM = 0.002;

    static final Choice<String> DOMESTIC_RELATIONSHIPS =
            Choice.of("EX_INTIMATE", 0.50).or("INTIMATE", 0.32).or("FAMILY", 0.18);
    static final Choice<String> OTHER_RELATIONSHIPS =
            Choice.of("ACQUAINTANCE", 0.55).or("STRANGER", 0.30).or("OTHER", 0.15);

    /** Self-defined ethnicity, 18 codes; roughly the census of 2021 in the seven districts, rounded. */
    static final Choice<String> ETHNICITIES = Choice.of("W1", 0.55)
            .or("A2", 0.115)
            .or("A1", 0.075)
            .or("W9", 0.05)
            .or("B1", 0.035)
            .or("B2", 0.03)
            .or("A9", 0.03)
            .or("A3", 0.025)
            .or("O9", 0.02)
            .or("W2", 0.015)
            .or("M1", 0.015)
            .or("M3", 0.01)
            .or("B9", 0.01)
            .or("O2", 0.01)
            .or("M9", 0.008)
            .or("A4", 0.008)
            .or("M2", 0.004)
            .or("W3", 0.002);

    static final Choice<String> RELIGIONS = Choice.of("christian", 0.42)
            .or("none", 0.28)
            .or("muslim", 0.20)
            .or("sikh", 0.05)
            .or("hindu", 0.03)
            .or("buddhist", 0.005)
            .or("jewish", 0.003)
            .rest("other");
    static final Choice<String> ORIENTATIONS = Choice.of("heterosexual", 0.92)
            .or("gay_or_lesbian", 0.03)
            .or("bisexual", 0.035)
            .rest("other");
    static final Choice<String> MARRIAGES = Choice.of("single", 0.52)
            .or("married", 0.24)
            .or("separated", 0.10)
            .or("divorced", 0.10)
            .or("widowed", 0.03)
            .rest("civil_partnership");
    /** Assumed. */
    static final double DISABLED = 0.19;

    static final double SEX_OTHER = 0.004;
    static final double GENDER_REASSIGNED = 0.006;
    static final double PREGNANT = 0.05;

    // ---- Protected characteristics in the record
    // -----------------------------------------------------------------------

    /** HMICFRS on crimes of 2021/22 with an identified victim: not recorded were age in 27 %, sex in 26 %, ethnicity in 61 %. */
    static final Completeness AGE = new Completeness(0.73, 0.02, 0.01);

    static final Completeness SEX = new Completeness(0.74, 0.01, 0.01);
    static final Completeness ETHNICITY = new Completeness(0.39, 0.10, 0.03);
    /** The rest is rarely asked (no figure was found); assumed. */
    static final Completeness DISABILITY = new Completeness(0.24, 0.04, 0.02);

    static final Completeness RELIGION = new Completeness(0.10, 0.05, 0.02);
    static final Completeness ORIENTATION = new Completeness(0.08, 0.06, 0.02);
    static final Completeness GENDER_REASSIGNMENT = new Completeness(0.06, 0.03, 0.02);
    static final Completeness MARRIAGE = new Completeness(0.20, 0.03, 0.02);
    static final Completeness PREGNANCY = new Completeness(0.05, 0.02, 0.02);
    /** All that applies answered, as where a form is gone through from top to bottom; assumed. */
    static final double FORM_COMPLETED = 0.015;
    /** Answers known when the crime is recorded; the others follow in one or two steps after a median of days; assumed. */
    static final double ANSWERED_AT_ONCE = 0.72;

    static final double ANSWERED_MEDIAN_DAYS = 3;
    /** A value in a repeat victim's record that differs from the others, an observed code in the self-defined field; assumed. */
    static final double INCONSISTENT = 0.02;

    static final double OBSERVED_NOT_SELF_DEFINED = 0.05;
    /** Entered otherwise than it is; assumed. */
    static final double BIRTH_YEAR_MISTAKEN = 0.012;

    static final double DISABILITY_MISTAKEN = 0.03;
    static final double SEX_MISTAKEN = 0.003;

    // ---- Outcomes
    // ------------------------------------------------------------------------------------------------------

    /**
     * Spread of the delays: half of the outcomes 16 within 30 days and 84 % of them within 90, hence
     * sigma = ln 3 / 0.994 for a log-normal delay.
     */
    static final double SIGMA = 1.105;
    /** Days to charge in rape: national medians were 381 to 467 (House of Lords, HL2028). */
    static final double RAPE_CHARGE_MEDIAN_DAYS = 421;
    /** Work done at weekends and on bank holidays; the rest waits for the next day. Assumed. */
    static final double CLOSING_ON_FREE_DAYS = 0.4;
    /** Mean days from assigning an outcome to entering it; assumed. */
    static final double ENTRY_DELAY_DAYS = 3;
    /** Outcome 16 later changed to 15, or 15 to 16; a closed case reopened, and closed with 16 again; assumed. */
    static final double OUTCOME_CHANGED = 0.02;

    static final double REOPENED = 0.025;
    static final double REOPENED_TO_16 = 0.45;
    static final double REOPENED_STAYS_OPEN = 0.15;
    static final double DAYS_TO_CHANGE = 35;
    /** Charged with an alternate offence (1A), cautions with one (3A); Home Office: "of which" rows. Shares assumed. */
    static final double ALTERNATE_OFFENCE = 0.04;
    /** Entered before the crime itself; orphans a day, whose crime never comes; assumed. */
    static final double OUTCOME_BEFORE_CRIME = 0.003;

    static final double ORPHANS_A_DAY = 0.15;
    /** Stage and reason of withdrawal recorded, only the stage recorded (HMICFRS rape phase one asks for both); assumed. */
    static final double STAGE_AND_REASON = 0.55;

    static final double STAGE_ONLY = 0.15;
    /** The last is one that no stage is counted by. */
    static final Choice<String> STAGES = Choice.of("BEFORE_STATEMENT", 0.52)
            .or("AFTER_STATEMENT", 0.41)
            .or("AT_CPS", 0.06)
            .or("ON_BAIL", 0.01);
    /** What the victim said about the way there; codes of our own, none exists nationally. The last is one that no reason is counted by. */
    static final Choice<String> REASONS = Choice.of("FEAR_OF_REPRISAL", 0.20)
            .or("LENGTH_OF_PROCESS", 0.19)
            .or("COURT_CONCERNS", 0.12)
            .or("NOT_KEPT_INFORMED", 0.12)
            .or("OTHER_SUPPORT_CHOSEN", 0.15)
            .or("DEVICE_REQUEST", 0.05)
            .or("NOT_SAID", 0.14)
            .or("MOVED_AWAY", 0.03);
    /** Of charged cases those in which it is noted later that the victim's support ended, and after how many days; assumed. */
    static final double ENDED_AFTER_CHARGE = 0.08;

    static final double DAYS_FROM_CHARGE = 60;
    /** The victim is told of the decision the same day, within five days, later; the rest never. Assumed: the paper cannot audit it. */
    static final double TOLD_SAME_DAY = 0.45;

    static final double TOLD_IN_TIME = 0.80;
    static final int TOLD_LATE_FROM_DAYS = 5;
    static final double TOLD_AT_ALL = 0.88;
    /** Suspect interviewed under caution, by whether the victim supported the case; assumed. */
    static final double INTERVIEWED_UNSUPPORTED = 0.35;

    static final double INTERVIEWED_SUPPORTED = 0.85;
    /** Decided by the CPS: charges, and no-further-action decisions in rape; assumed. */
    static final double CPS_CHARGES = 0.75;

    static final double CPS_RAPE_NO_ACTION = 0.15;
    /** Of rapes that were with the CPS (HMICFRS rape phase one, recommendation 5): contacts named, met before no further action; assumed. */
    static final double CONTACTS_GIVEN = 0.7;

    static final double MEETING_HELD = 0.4;
    /** Early advice in rape (HMICFRS rape phase one, recommendation 5): sought, reason recorded; the rest blank. Assumed. */
    static final Choice<String> EARLY_ADVICE = Choice.of("SOUGHT", 0.35)
            .or("SUSPECT_NOT_IDENTIFIED", 0.15)
            .or("THRESHOLD_NOT_MET", 0.20)
            .or("FILE_SENT_WITHOUT", 0.10)
            .rest(null);

    /** How many rapes have it on record while they are open; assumed. */
    static final double ADVICE_WHILE_OPEN = 0.3;

    /** Screened perpetrators referred to the programme, found eligible of those; who they are, and what became of them; assumed. */
    static final double REFERRED_TO_PROGRAMME = 0.1;

    static final double ELIGIBLE = 0.6;
    static final double MALE_STALKERS = 0.85;
    static final Choice<String> STALKERS_AGES = Choice.of("UNDER_18", 0.03)
            .or("18_24", 0.17)
            .or("25_34", 0.32)
            .or("35_44", 0.26)
            .or("45_54", 0.14)
            .rest("55_AND_OVER");
    static final Choice<String> STALKERS_RELATIONSHIPS = Choice.of("EX_INTIMATE", 0.5)
            .or("INTIMATE", 0.05)
            .or("FAMILY", 0.05)
            .or("ACQUAINTANCE", 0.2)
            .or("STRANGER", 0.15)
            .rest("OTHER");
    static final Choice<String> RISKS_AFTER =
            Choice.of("STANDARD", 0.6).or("MEDIUM", 0.3).rest("HIGH");
    /** Perpetrators of the trial's control arm whose risk is assessed again; assumed. */
    static final double ASSESSED_AGAIN = 0.7;

    /** What became of each score of people on the programme, and of those in the control arm; invented, not a finding. */
    static final Choice<String> SCORES =
            Choice.of("BETTER", 0.5).or("SAME", 0.35).rest("WORSE");

    static final Choice<String> SCORES_OF_CONTROLS =
            Choice.of("BETTER", 0.3).or("SAME", 0.45).rest("WORSE");
    /** Days from asking for early advice to the advice, and to the outcome; days from the charge to the trial, and its result; assumed. */
    static final double DAYS_TO_ADVICE = 9;

    static final double DAYS_FROM_ADVICE = 25;
    static final double DAYS_TO_TRIAL = 190;
    static final Choice<String> COURT_RESULTS =
            Choice.of("CONVICTED", 0.62).or("DISCONTINUED", 0.2).rest("ACQUITTED");
    /** Grades of assessed risk of domestic abuse; null is none yet; assumed. */
    static final Choice<String> DOMESTIC_RISKS =
            Choice.of("STANDARD", 0.5).or("MEDIUM", 0.3).or("HIGH", 0.12).rest(null);
    /** Named suspects arrested; crimes of domestic abuse in the pilot of proportionate investigation; assumed. */
    static final double ARRESTED = 0.42;

    static final double PROPORTIONATE = 0.06;
    /** Crimes in the most deprived fifth of small areas of England, of which the force has more than a fifth; assumed. */
    static final double MOST_DEPRIVED = 0.42;

    static final double HOURS_TO_STATEMENT = 20;
    /** Victims who give a victim personal statement, and days until then from the first statement; assumed. */
    static final double PERSONAL_STATEMENT = 0.6;

    static final double DAYS_TO_PERSONAL_STATEMENT = 8;
    /** Of cautions those with conditions; assumed. */
    static final double CONDITIONAL_CAUTIONS = 0.4;

    // ---- Planted, for the daily alarm to find; in histories that are long enough
    // ------------------------------------------------------------------------------------------------------

    /** From this day of the history on, cases of one group end with outcome 16 more often, at every age by this share. */
    static final OffenceGroup RISE_IN = OffenceGroup.RAPE;

    static final int RISE_FROM_DAY = 960;
    static final double RISE_BY = 0.5;
    /**
     * On this day outcome 16 is entered by error for a share of one group's open cases, those recorded in so many days before; and on
     * a later one it is taken back.
     */
    static final OffenceGroup ERROR_IN = OffenceGroup.OTHER_SEXUAL;

    static final int ERROR_DAY = 700;
    static final int ERROR_CORRECTED_DAY = 709;
    static final int ERROR_AGE_AT_MOST = 30;
    static final double ERROR_SHARE = 0.2;

    // ---- Stalking: screening, orders, programme
    // --------------------------------------------------------------------------

    /** Suspects screened, within a mean of days; assumed. */
    static final double SCREENED = 0.72;

    static final double DAYS_TO_SCREENING = 4;
    static final Choice<String> RISKS =
            Choice.of("STANDARD", 0.45).or("MEDIUM", 0.37).or("HIGH", 0.18);
    /** Stalking protection orders: 10 in the force by 2021 (Stourbridge News); more are assumed here, so that the measures move. */
    static final double ORDER_APPLIED = 0.012;
    /** Where the suspect is known for crimes against several victims; assumed. */
    static final double ORDER_APPLIED_SERIAL = 0.12;

    static final double DAYS_TO_APPLICATION = 40;
    static final double INTERIM_GRANTED = 0.35;
    static final double ORDER_GRANTED = 0.80;
    static final double DAYS_TO_ORDER = 45;
    static final double ORDER_BREACHED = 0.15;
    static final double DAYS_TO_BREACH = 120;
    /** A full order lasts two years at least (Protection from stalking: statutory guidance). */
    static final double ORDER_YEARS = 2;

    /** The paper, section 1.3: 100 perpetrators on the programme, 100 as control; six weekly sessions of one hour. */
    static final int PLACES_AN_ARM = 100;

    static final int SESSIONS = 6;
    /** Selection begins a year into the history and lasts so many days; assumed: the paper gives twelve months. */
    static final int SELECTION_FROM_DAY = 365;

    static final int SELECTION_DAYS = 330;
    /** Both routes of the paper; shares assumed. */
    static final Choice<ProgrammeRoute> ROUTES =
            Choice.of(ProgrammeRoute.CONDITIONAL_CAUTION, 0.6).or(ProgrammeRoute.CONVICTION, 0.4);
    /** Consent, a session attended, a person who leaves after a missed one: about 60 % complete. No result is published: assumed. */
    static final double CONSENTED = 0.92;

    static final double SESSION_ATTENDED = 0.88;
    static final double LEAVES_AFTER_MISSING = 0.55;
    /** A further offence within about a year of the disposal, treatment and control; invented, not a finding. */
    static final double REOFFENDS_TREATMENT = 0.26;

    static final double REOFFENDS_CONTROL = 0.38;
    static final double DAYS_TO_REOFFENDING = 130;
    /** In custody for some weeks after a conviction; assumed. */
    static final double CUSTODY_AFTER_CONVICTION = 0.3;

    // ---- Delivery
    // ------------------------------------------------------------------------------------------------------

    /** Mean seconds from change to topic, and the most that is still usual; assumed. */
    static final double DELIVERY_SECONDS = 40;

    static final double DELIVERY_MINUTES_AT_MOST = 8;
    /** Held back some minutes, so that records overtake it; assumed. */
    static final double OUT_OF_ORDER = 0.006;
    /** Late by hours or days (mean hours), as after an outage of an interface; assumed. */
    static final double LATE = 0.004;

    static final double LATE_MEAN_HOURS = 20;
    /** Delivered a second time, byte for byte, after a mean of hours; assumed. */
    static final double DUPLICATE = 0.008;

    static final double DUPLICATE_MEAN_HOURS = 2;

    // ---- By group
    // ------------------------------------------------------------------------------------------------------

    private static final Map<OffenceGroup, GroupFigures> GROUPS = new EnumMap<>(OffenceGroup.class);

    static {
        GROUPS.put(OffenceGroup.RAPE, rape());
        GROUPS.put(OffenceGroup.OTHER_SEXUAL, otherSexual());
        GROUPS.put(OffenceGroup.STALKING, stalking());
        GROUPS.put(OffenceGroup.HARASSMENT, harassment());
        GROUPS.put(OffenceGroup.DOMESTIC, domestic());
    }

    private WestMidlandsFigures() {}

    static GroupFigures of(OffenceGroup group) {
        return GROUPS.get(group);
    }

    /**
     * Rape. About half end without the victim's support (54.4 % in the paper's table; 33 to 48 % nationally 2015-2018);
     * median to any outcome about 98 days (Home Office, year to March 2020). Shares of the other outcomes are assumed.
     */
    private static GroupFigures rape() {
        Choice<CaseEnding> exits = Choice.of(exit("16", 55), 0.50)
                .or(exit("15", 110), 0.20)
                .or(new CaseEnding("1", RAPE_CHARGE_MEDIAN_DAYS, 0.6), 0.09)
                .or(exit("18", 90), 0.07)
                .or(exit("14", 50), 0.06)
                .or(exit("20", 40), 0.015)
                .or(exit("10", 60), 0.01)
                .or(exit("9", 250), 0.005)
                .or(exit("13", 60), 0.005)
                .or(exit("21", 60), 0.005)
                .rest(CaseEnding.NONE);
        Choice<AgeBand> ages = Choice.of(new AgeBand(4, 12), 0.08)
                .or(new AgeBand(13, 17), 0.19)
                .or(new AgeBand(18, 24), 0.25)
                .or(new AgeBand(25, 34), 0.21)
                .or(new AgeBand(35, 54), 0.21)
                .or(new AgeBand(55, 85), 0.06);
        Choice<PlaceType> places = Choice.of(PlaceType.DWELLING, 0.70)
                .or(PlaceType.STREET, 0.05)
                .or(PlaceType.OPEN_SPACE, 0.06)
                .or(PlaceType.LICENSED_PREMISES, 0.03)
                .or(PlaceType.EDUCATION, 0.02)
                .or(PlaceType.TRANSPORT, 0.01)
                .or(PlaceType.OTHER, 0.09)
                .rest(null);
        return new GroupFigures(RAPES_A_MONTH, RAPE_DOMESTIC, 0.90, ages, places, 0.27, false, 12, 0.85, exits, exits);
    }

    /** Other sexual offences: 42 % outcome 16 in the paper's table, taken a little lower for a matured cohort; the rest assumed. */
    private static GroupFigures otherSexual() {
        Choice<CaseEnding> exits = Choice.of(exit("16", 45), 0.37)
                .or(exit("15", 80), 0.20)
                .or(exit("18", 60), 0.14)
                .or(new CaseEnding("1", 200, 0.7), 0.10)
                .or(exit("14", 40), 0.05)
                .or(exit("20", 40), 0.03)
                .or(exit("21", 30), 0.02)
                .or(exit("10", 60), 0.01)
                .or(exit("11", 30), 0.01)
                .or(exit("8", 40), 0.01)
                .or(exit("22", 60), 0.01)
                .or(exit("3", 90), 0.005)
                .or(exit("2", 90), 0.005)
                .rest(CaseEnding.NONE);
        Choice<AgeBand> ages = Choice.of(new AgeBand(4, 12), 0.16)
                .or(new AgeBand(13, 17), 0.28)
                .or(new AgeBand(18, 24), 0.20)
                .or(new AgeBand(25, 34), 0.15)
                .or(new AgeBand(35, 54), 0.15)
                .or(new AgeBand(55, 85), 0.06);
        Choice<PlaceType> places = Choice.of(PlaceType.DWELLING, 0.40)
                .or(PlaceType.STREET, 0.16)
                .or(PlaceType.OPEN_SPACE, 0.08)
                .or(PlaceType.LICENSED_PREMISES, 0.06)
                .or(PlaceType.EDUCATION, 0.07)
                .or(PlaceType.TRANSPORT, 0.05)
                .or(PlaceType.ONLINE, 0.07)
                .or(PlaceType.OTHER, 0.08)
                .rest(null);
        return new GroupFigures(
                OTHER_SEXUAL_A_MONTH, OTHER_SEXUAL_DOMESTIC, 0.84, ages, places, 0.20, false, 6, 0.85, exits, exits);
    }

    /** Stalking: few charges (3 % in the force, 6 % nationally in 2020, taken higher here); the rest assumed. */
    private static GroupFigures stalking() {
        Choice<CaseEnding> domesticExits = Choice.of(exit("16", 30), 0.46)
                .or(exit("15", 45), 0.25)
                .or(exit("1", 90), 0.09)
                .or(exit("18", 40), 0.03)
                .or(exit("14", 30), 0.02)
                .or(exit("3", 60), 0.02)
                .or(exit("22", 60), 0.02)
                .or(exit("10", 45), 0.015)
                .or(exit("20", 30), 0.01)
                .or(exit("8", 30), 0.01)
                .or(exit("17", 150), 0.005)
                .rest(CaseEnding.NONE);
        Choice<CaseEnding> otherExits = Choice.of(exit("16", 30), 0.32)
                .or(exit("15", 45), 0.25)
                .or(exit("18", 30), 0.15)
                .or(exit("1", 90), 0.08)
                .or(exit("14", 25), 0.06)
                .or(exit("22", 60), 0.02)
                .or(exit("8", 30), 0.02)
                .or(exit("10", 45), 0.01)
                .rest(CaseEnding.NONE);
        return new GroupFigures(
                STALKING_A_MONTH,
                STALKING_DOMESTIC,
                0.82,
                adults(),
                harassingPlaces(),
                0.01,
                true,
                2,
                0.95,
                domesticExits,
                otherExits);
    }

    /** Harassment and malicious communications: many end quickly, a third with no suspect or without support; assumed. */
    private static GroupFigures harassment() {
        Choice<CaseEnding> domesticExits = Choice.of(exit("16", 30), 0.50)
                .or(exit("15", 45), 0.24)
                .or(exit("1", 90), 0.07)
                .or(exit("18", 30), 0.04)
                .or(exit("14", 25), 0.03)
                .or(exit("22", 60), 0.02)
                .or(exit("8", 25), 0.02)
                .or(exit("10", 45), 0.015)
                .or(exit("3", 60), 0.01)
                .or(exit("17", 150), 0.01)
                .rest(CaseEnding.NONE);
        Choice<CaseEnding> otherExits = Choice.of(exit("18", 30), 0.26)
                .or(exit("16", 30), 0.23)
                .or(exit("15", 45), 0.17)
                .or(exit("14", 25), 0.10)
                .or(exit("8", 25), 0.07)
                .or(exit("1", 90), 0.035)
                .or(exit("20", 30), 0.03)
                .or(exit("21", 30), 0.02)
                .or(exit("22", 60), 0.02)
                .or(exit("10", 45), 0.015)
                .or(exit("17", 150), 0.01)
                .or(exit("3", 60), 0.005)
                .rest(CaseEnding.NONE);
        return new GroupFigures(
                HARASSMENT_A_MONTH,
                HARASSMENT_DOMESTIC,
                0.66,
                adults(),
                harassingPlaces(),
                0.01,
                true,
                2,
                0.80,
                domesticExits,
                otherExits);
    }

    /**
     * Other offences marked as domestic abuse: three quarters end with 15 or 16 (HMICFRS, forces' average, year to March
     * 2020); 75 % of victims are female (ONS, year to March 2020).
     */
    private static GroupFigures domestic() {
        Choice<CaseEnding> exits = Choice.of(exit("16", 30), 0.53)
                .or(exit("15", 45), 0.20)
                .or(exit("1", 90), 0.13)
                .or(exit("14", 25), 0.02)
                .or(exit("18", 30), 0.02)
                .or(exit("22", 60), 0.015)
                .or(exit("8", 20), 0.01)
                .or(exit("3", 30), 0.015)
                .or(exit("10", 45), 0.015)
                .or(exit("20", 30), 0.01)
                .or(exit("17", 150), 0.005)
                .rest(CaseEnding.NONE);
        Choice<PlaceType> places = Choice.of(PlaceType.DWELLING, 0.82)
                .or(PlaceType.STREET, 0.09)
                .or(PlaceType.LICENSED_PREMISES, 0.02)
                .or(PlaceType.OPEN_SPACE, 0.02)
                .or(PlaceType.OTHER, 0.03)
                .rest(null);
        return new GroupFigures(
                DOMESTIC_OTHER_A_MONTH, 1, 0.75, adults(), places, 0.01, false, 0.4, 1.15, exits, exits);
    }

    private static Choice<PlaceType> harassingPlaces() {
        return Choice.of(PlaceType.DWELLING, 0.44)
                .or(PlaceType.ONLINE, 0.25)
                .or(PlaceType.STREET, 0.14)
                .or(PlaceType.OPEN_SPACE, 0.03)
                .or(PlaceType.EDUCATION, 0.03)
                .or(PlaceType.LICENSED_PREMISES, 0.02)
                .or(PlaceType.TRANSPORT, 0.01)
                .or(PlaceType.OTHER, 0.06)
                .rest(null);
    }

    private static Choice<AgeBand> adults() {
        return Choice.of(new AgeBand(10, 15), 0.03)
                .or(new AgeBand(16, 17), 0.03)
                .or(new AgeBand(18, 24), 0.19)
                .or(new AgeBand(25, 34), 0.30)
                .or(new AgeBand(35, 54), 0.34)
                .or(new AgeBand(55, 88), 0.11);
    }

    private static CaseEnding exit(String type, double medianDays) {
        return new CaseEnding(type, medianDays, SIGMA);
    }
}
