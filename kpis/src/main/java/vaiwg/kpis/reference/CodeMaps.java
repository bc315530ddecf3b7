package vaiwg.kpis.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.PlaceType;

/**
 * The maps from the record's codes to the strategy's terms: offence to theme and kind, a force's unit to local policing area, ethnicity code to
 * group, outcome type to groups, which places are public, the working days, and how many people rates are for. A changed map is a changed definition of every measure; a changed
 * number of people is not.
 */
@API(status = API.Status.MAINTAINED)
public final class CodeMaps {
    /** Local policing areas and {@link #UNKNOWN} in the order in which they are indexed; unknown is the last. */
    public static final String UNKNOWN = "unknown";

    private static final String THEMES = SiteFile.OFFENCE_THEMES.fileName();
    private static final String OFFENCE_KINDS = "offence-kinds.csv";
    private static final String AREAS = SiteFile.AREAS.fileName();
    private static final String ETHNICITIES = "ethnicity-groups.csv";
    private static final String ENDS_OF_SUPPORT = SiteFile.ENDS_OF_SUPPORT.fileName();
    private static final String OUTCOMES = SiteFile.OUTCOMES.fileName();
    private static final String PLACES = SiteFile.PLACES.fileName();
    private static final String BANK_HOLIDAYS = SiteFile.BANK_HOLIDAYS.fileName();
    /** Whose text is part of every definition, in this order. */
    private static final List<String> DEFINING =
            List.of(THEMES, OFFENCE_KINDS, AREAS, ETHNICITIES, ENDS_OF_SUPPORT, OUTCOMES, PLACES, BANK_HOLIDAYS);

    private static final CodeMaps SHIPPED = of(Sites.shipped());

    private final CodeTable<OffenceTheme> themes;
    private final CodeTable<OffenceKind> offenceKinds;
    private final CodeTable<List<AreaOfUnit>> areasOfUnit;
    private final List<String> lpas;
    private final CodeTable<Integer> ethnicityGroups;
    private final List<String> ethnicities;
    private final CodeTable<EndOfSupport> endsOfSupport;
    private final CodeTable<Set<OutcomeGroup>> outcomes;
    private final Set<PlaceType> publicPlaces;
    private final WorkingDays workingDays;
    private final Denominators denominators;
    private final Deprivation deprivation;
    private final NavigableMap<String, String> texts;

    private CodeMaps(Function<String, ReferenceFile> files) {
        Map<String, ReferenceFile> maps = DEFINING.stream().collect(Collectors.toMap(Function.identity(), files));
        this.themes =
                table(OffenceTheme.among(maps.get(THEMES)), row -> PackedCode.pack(row.get("class")), OffenceTheme::of);
        this.offenceKinds = table(
                maps.get(OFFENCE_KINDS),
                row -> PackedCode.pack(row.get("class")),
                row -> OffenceKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)));
        this.lpas = distinctWithUnknown(maps.get(AREAS), "lpa");
        this.areasOfUnit = new CodeTable<>(maps.get(AREAS).rows().stream()
                .collect(Collectors.groupingBy(
                        row -> UnitCode.in(row.get("force"), UnitCode.of(row.get("unit"))),
                        Collectors.mapping(row -> AreaOfUnit.of(row, lpas), Collectors.toList()))));
        this.ethnicities = distinctWithUnknown(maps.get(ETHNICITIES), "group");
        this.ethnicityGroups = table(
                maps.get(ETHNICITIES),
                row -> PackedCode.pack(row.get("code")),
                row -> this.ethnicities.indexOf(row.get("group")));
        this.endsOfSupport = table(
                maps.get(ENDS_OF_SUPPORT),
                row -> UnitCode.of(row.get("code")),
                row -> EndOfSupport.of(row.get("reason")));
        this.outcomes = table(
                maps.get(OUTCOMES), row -> PackedCode.pack(row.get("type")), row -> OutcomeGroup.in(row.get("groups")));
        this.publicPlaces = maps.get(PLACES).rows().stream()
                .filter(row -> row.get("public").equals("yes"))
                .map(row -> PlaceType.valueOf(row.get("place")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlaceType.class)));
        this.workingDays = new WorkingDays(maps.get(BANK_HOLIDAYS).rows().stream()
                .map(row -> LocalDate.parse(row.get("date")))
                .toList());
        this.denominators = Denominators.of(files.apply(SiteFile.DENOMINATORS.fileName()));
        this.deprivation = Deprivation.of(files.apply(SiteFile.DEPRIVATION.fileName()));
        NavigableMap<String, String> ofMaps = new TreeMap<>();
        maps.forEach((name, file) -> ofMaps.put(name, file.text()));
        this.texts = Collections.unmodifiableNavigableMap(ofMaps);
    }

    /** The maps by which what the shipped site says is counted. */
    public static CodeMaps shipped() {
        return SHIPPED;
    }

    /** The theme of an offence class, or null where it is in none. */
    public OffenceTheme themeOf(long offence) {
        return themes.get(offence);
    }

    public boolean isOffenceOf(long offence, OffenceKind kind) {
        return offenceKinds.get(offence) == kind;
    }

    /** Whether an offence class is in a map: of a theme, or of a kind. */
    public boolean knowsOffence(long offence) {
        return themes.get(offence) != null || offenceKinds.get(offence) != null;
    }

    /** Whether the area map knows a unit ({@link UnitCode#in}). */
    public boolean knowsUnit(long unit) {
        return areasOfUnit.get(unit) != null;
    }

    /**
     * Index in {@link #lpas} of the policing area in which a unit ({@link UnitCode#in}) lay on a day.
     *
     * @param day since 1970-01-01
     */
    public int lpaOf(long unit, int day) {
        List<AreaOfUnit> areas = areasOfUnit.get(unit);
        for (int i = 0; areas != null && i < areas.size(); i++) {
            if (areas.get(i).from() <= day && day <= areas.get(i).to()) {
                return areas.get(i).lpa();
            }
        }
        return lpas.size() - 1;
    }

    /** Policing areas in the map's order, then {@link #UNKNOWN}. */
    public List<String> lpas() {
        return lpas;
    }

    /** Index in {@link #ethnicities} of a self-defined ethnicity code. */
    public int ethnicityOf(long code) {
        return orUnknown(ethnicityGroups.get(code), ethnicities);
    }

    /** Whether a code is one of the self-defined ethnicities. */
    public boolean isEthnicity(long code) {
        return ethnicityGroups.get(code) != null;
    }

    /** Ethnicity groups in the map's order, then {@link #UNKNOWN}. */
    public List<String> ethnicities() {
        return ethnicities;
    }

    /** For what a victim's support ended, of a reason on the record ({@link UnitCode}); null where the map does not know it. */
    public EndOfSupport endOfSupport(long reason) {
        return endsOfSupport.get(reason);
    }

    /** Whether a type ({@link PackedCode}) is one by which a case ends. */
    public boolean isOutcome(long type) {
        return outcomes.get(type) != null;
    }

    public boolean isOutcomeIn(long type, OutcomeGroup group) {
        Set<OutcomeGroup> groups = outcomes.get(type);
        return groups != null && groups.contains(group);
    }

    public boolean isPublic(PlaceType place) {
        return publicPlaces.contains(place);
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    /** How many people rates are for; data of a run and no part of a definition. */
    public Denominators denominators() {
        return denominators;
    }

    /** How deprived small areas are; empty where a run has no file of it. */
    public Deprivation deprivation() {
        return deprivation;
    }

    /** The maps' whole text, which is part of every definition. */
    public String text() {
        return DEFINING.stream().map(texts::get).collect(Collectors.joining()) + deprivation.text();
    }

    /** The text of each map, by its file's name. */
    public NavigableMap<String, String> texts() {
        return texts;
    }

    /** The maps by which what sites say is counted. */
    public static CodeMaps of(Sites sites) {
        return of(files(sites));
    }

    /** What is read by a file's name: a file of sites, or one that holds of every force. */
    public static Function<String, ReferenceFile> files(Sites sites) {
        return name -> SiteFile.named(name).map(sites::file).orElseGet(() -> ReferenceFile.read(name));
    }

    /** The maps in the files that a reader finds by their names. */
    public static CodeMaps of(Function<String, ReferenceFile> files) {
        return new CodeMaps(files);
    }

    private static int orUnknown(Integer place, List<String> places) {
        return place == null ? places.size() - 1 : place;
    }

    private static <V> CodeTable<V> table(
            ReferenceFile file, Function<Map<String, String>, Long> code, Function<Map<String, String>, V> meaning) {
        return new CodeTable<>(file.rows().stream().collect(Collectors.toMap(code, meaning)));
    }

    private static List<String> distinctWithUnknown(ReferenceFile file, String column) {
        List<String> values = new ArrayList<>(
                file.rows().stream().map(row -> row.get(column)).distinct().toList());
        values.add(UNKNOWN);
        return List.copyOf(values);
    }
}
