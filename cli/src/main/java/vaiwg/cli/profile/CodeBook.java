package vaiwg.cli.profile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.EndOfSupport;
import vaiwg.kpis.reference.OffenceTheme;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SchemaField;

/** Which fields hold codes, and what each code becomes. No other field's values are ever told. */
final class CodeBook {
    private static final String NO_THEME = "no theme; domestic abuse where flagged";
    private static final String NOT_COUNTED = "not counted";
    /** What is said of a field, whichever code it has. */
    private static final Set<String> NO_CODES = Set.of("there", "set");

    private static final Set<String> COUNTED_FLAGS = Set.of(
            "DOMESTIC_ABUSE",
            "HATE_GENDER",
            "HATE_RACE",
            "HATE_RELIGION",
            "HATE_ORIENTATION",
            "HATE_DISABILITY",
            "HATE_TRANSGENDER");
    private static final Set<String> OTHER_FLAGS = Set.of("HONOUR_BASED", "CHILD_ABUSE", "ONLINE", "SPIKING");
    private static final Set<String> PARTNERS_AND_FAMILY = Set.of("EX_INTIMATE", "INTIMATE", "FAMILY");
    private static final Set<String> OTHER_RELATIONSHIPS = Set.of("ACQUAINTANCE", "STRANGER", "OTHER");

    private final CodeMaps maps;
    private final Map<EventStream, Map<String, Meaning>> fields = new EnumMap<>(EventStream.class);

    /** What a code becomes. */
    interface Meaning {
        /**
         * In a word or two; empty where the code is unknown.
         *
         * @param day of the change, since 1970-01-01
         */
        Optional<String> of(String force, String code, int day);
    }

    CodeBook(CodeMaps maps) {
        this.maps = maps;
        for (EventStream stream : EventStream.values()) {
            fields.put(stream, new HashMap<>());
            for (SchemaField field : SchemaField.of(stream.schema())) {
                if (field.schema().getType() == Schema.Type.ENUM) {
                    put(stream, field.path(), of(Set.copyOf(field.schema().getEnumSymbols()), "known"));
                } else if (!askedCodes(field).isEmpty()) {
                    put(stream, field.path(), of(askedCodes(field), "asked by name"));
                }
            }
        }
        crimes();
        outcomes();
    }

    /** The meaning of the codes of a field; empty where it holds none. */
    Optional<Meaning> meaning(EventStream stream, SchemaField field) {
        return Optional.ofNullable(fields.get(stream).get(field.path()));
    }

    /** The codes for which measures may ask; none of a flag or an instant. */
    private static Set<String> askedCodes(SchemaField field) {
        return field.says().keySet().stream()
                .filter(is -> !NO_CODES.contains(is))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void crimes() {
        EventStream crime = EventStream.CRIME_RECORDING;
        put(crime, "offenceCode", (force, code, day) -> packed(code).flatMap(this::theme));
        put(crime, "lpa", this::area);
        put(
                crime,
                "victim.ethnicity.value",
                (force, code, day) -> packed(code)
                        .filter(maps::isEthnicity)
                        .map(known -> maps.ethnicities().get(maps.ethnicityOf(known))));
        put(crime, "victim.sex.value", ofAnyCase(Set.of("female", "male")));
        put(crime, "victim.disability.value", ofAnyCase(Set.of("disabled", "not_disabled")));
        put(crime, "flags[]", either(of(COUNTED_FLAGS, "counted"), of(OTHER_FLAGS, NOT_COUNTED)));
        put(
                crime,
                "suspects[].relationship",
                either(of(PARTNERS_AND_FAMILY, "partner or family"), of(OTHER_RELATIONSHIPS, "another")));
    }

    private void outcomes() {
        EventStream outcome = EventStream.OUTCOME;
        put(outcome, "outcomeType", (force, code, day) -> packed(code).flatMap(this::groups));
        put(outcome, "decidedBy", of(Set.of("POLICE", "CPS"), "known"));
        put(
                outcome,
                "supportEnded.reason",
                (force, code, day) -> Optional.ofNullable(maps.endOfSupport(UnitCode.of(code)))
                        .map(EndOfSupport::name)
                        .map(CodeBook::words));
    }

    /** A class that the maps do not have is one of other crime, where it has the form of one. */
    private Optional<String> theme(long code) {
        OffenceTheme theme = maps.themeOf(code);
        if (theme != null) {
            return Optional.of(words(theme.theme().name()));
        }
        return PackedCode.text(code).matches("[0-9]{1,3}[A-Z]?") ? Optional.of(NO_THEME) : Optional.empty();
    }

    private Optional<String> area(String force, String unit, int day) {
        long code = UnitCode.in(force, UnitCode.of(unit));
        return maps.knowsUnit(code) ? Optional.of(maps.lpas().get(maps.lpaOf(code, day))) : Optional.empty();
    }

    private Optional<String> groups(long type) {
        if (!maps.isOutcome(type)) {
            return PackedCode.text(type).equals("0") ? Optional.of("no outcome") : Optional.empty();
        }
        String groups = Stream.of(OutcomeGroup.values())
                .filter(group -> maps.isOutcomeIn(type, group))
                .map(group -> words(group.name()))
                .collect(Collectors.joining(", "));
        return Optional.of(groups.isEmpty() ? "of no group" : groups);
    }

    private void put(EventStream stream, String path, Meaning meaning) {
        fields.get(stream).put(path, meaning);
    }

    private static Meaning of(Set<String> codes, String meaning) {
        return (force, code, day) -> codes.contains(code) ? Optional.of(meaning) : Optional.empty();
    }

    private static Meaning ofAnyCase(Set<String> codes) {
        Meaning known = of(codes, "known");
        return (force, code, day) -> known.of(force, code.toLowerCase(Locale.ROOT), day);
    }

    private static Meaning either(Meaning first, Meaning second) {
        return (force, code, day) -> first.of(force, code, day).or(() -> second.of(force, code, day));
    }

    private static Optional<Long> packed(String code) {
        try {
            return Optional.of(PackedCode.pack(code)).filter(packed -> packed != 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
