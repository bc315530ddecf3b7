package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.WrongFact;
import vaiwg.kpis.reference.EndOfSupport;
import vaiwg.kpis.reference.OffenceKind;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;

/**
 * What can be said wrongly in a row of {@code facts.csv}: the next code of the list in place of one, or beside it, or none; the next stream;
 * at a horizon what its rule says, where the row says otherwise.
 */
final class FactMutants {
    private static final List<String> STREAMS =
            Stream.of(EventStream.values()).map(EventStream::slug).toList();

    /** By the word of a rule, what it may ask for. */
    private static final Map<String, List<String>> CODES = Map.of(
            "theme", names(Theme.values()),
            "kind", names(OffenceKind.values()),
            "place", names(PlaceType.values()),
            "began", names(PartOfDay.values()),
            "outcome", WrongJudgements.OUTCOMES,
            "group", names(OutcomeGroup.values()),
            "ended", names(EndOfSupport.values()),
            "audit", names(CodeQuestion.values()),
            "states", STREAMS,
            "persons", STREAMS);

    /** A rule that names no stream: what states it is in no log of cases. */
    private static final String OF_NO_LOG = "states";

    private final String fact;
    private final String at;
    private final String rule;
    private final List<FactMutant> found = new ArrayList<>();

    private FactMutants(Map<String, String> row) {
        fact = row.get("fact").toUpperCase(Locale.ROOT);
        at = Fact.named(fact).at().name();
        rule = row.get("rule");
    }

    /** Of all rows. */
    static List<FactMutant> all() {
        return ReferenceFile.read("facts.csv").rows().stream()
                .flatMap(row -> of(row).stream())
                .toList();
    }

    private static List<FactMutant> of(Map<String, String> row) {
        FactMutants mutants = new FactMutants(row);
        if (!mutants.rule.equals(OF_NO_LOG)) {
            mutants.addAt();
            mutants.addRules();
        }
        return mutants.found;
    }

    private void addAt() {
        String otherwise = WrongFact.atOfRule(fact);
        if (!otherwise.equals(at)) {
            add(Mutant.Kind.BASIS, at + " as " + otherwise, otherwise, List.of(rule));
        }
    }

    private void addRules() {
        int space = rule.indexOf(' ');
        if (space < 0) {
            return;
        }
        String asks = rule.substring(0, space);
        String code = rule.substring(space + 1);
        if (asks.equals("assigned")) {
            int days = Integer.parseInt(code);
            add(Mutant.Kind.BOUND, days + " and one", at, List.of(asks + ' ' + (days + 1)));
            add(Mutant.Kind.BOUND, days + " less one", at, List.of(asks + ' ' + (days - 1)));
            return;
        }
        List<String> codes = CODES.get(asks);
        String next = codes.get((codes.indexOf(code) + 1) % codes.size());
        List<String> instead = List.of(asks + ' ' + next);
        if (codes.equals(STREAMS)) {
            add(Mutant.Kind.STREAM, code + " as " + next, at, instead);
            return;
        }
        add(Mutant.Kind.CODE, code + " as " + next, at, instead);
        add(Mutant.Kind.CODE, code + " with " + next, at, List.of(rule, instead.get(0)));
        add(Mutant.Kind.CODE, "without " + code, at, List.of());
    }

    private void add(Mutant.Kind kind, String change, String judgedAt, List<String> rules) {
        List<String> said = new ArrayList<>(List.of(fact, judgedAt));
        said.addAll(rules);
        found.add(new FactMutant(new Mutant(kind, fact, change), said));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
