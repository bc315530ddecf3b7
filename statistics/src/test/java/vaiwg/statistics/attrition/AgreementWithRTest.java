package vaiwg.statistics.attrition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vaiwg.kpis.reference.Cause;

/** The estimator against R, on the cases and figures that {@code reference.R} beside them has written. */
class AgreementWithRTest {
    private static final double DIGITS = 1e-9;
    private static final int LAST_AGE = 400;

    @TestFactory
    List<DynamicTest> every_figure_is_that_of_r() throws IOException {
        Map<String, List<String[]>> cases = new LinkedHashMap<>();
        rows("cases.csv")
                .forEach(row ->
                        cases.computeIfAbsent(row[0], set -> new ArrayList<>()).add(row));
        Map<String, Map<Integer, Map<String, Double>>> expected = new LinkedHashMap<>();
        rows("expected.csv")
                .forEach(row -> expected.computeIfAbsent(row[0], set -> new LinkedHashMap<>())
                        .computeIfAbsent(Integer.valueOf(row[1]), horizon -> new LinkedHashMap<>())
                        .put(row[2], Double.valueOf(row[3])));
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] window : rows("windows.csv")) {
            Exposure exposure = exposure(cases.get(window[0]), window);
            expected.get(window[0])
                    .forEach((horizon, figures) -> tests.add(DynamicTest.dynamicTest(
                            window[0] + " within " + horizon, () -> assertFigures(exposure, horizon, figures))));
        }
        assertThat(tests).as("two horizons of five sets").hasSize(10);
        return tests;
    }

    private static void assertFigures(Exposure exposure, int horizon, Map<String, Double> figures) {
        CumulativeIncidence incidence =
                CumulativeIncidence.within(horizon, exposure).orElseThrow();
        Estimate estimate = incidence.estimate(Set.of(Cause.OUTCOME_16)).orElseThrow();
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("outcome_16", incidence.of(Set.of(Cause.OUTCOME_16)));
        found.put("charged", incidence.of(Set.of(Cause.CHARGED)));
        found.put("other_outcome", incidence.of(Set.of(Cause.OTHER_OUTCOME)));
        found.put("removed", incidence.of(Set.of(Cause.REMOVED)));
        found.put("variance_16", incidence.variance(Set.of(Cause.OUTCOME_16)));
        found.put("share", estimate.value());
        found.put("lower", estimate.lower());
        found.put("upper", estimate.upper());
        found.put("most_at_risk", (double) estimate.atRisk());
        assertThat(found.keySet()).isEqualTo(figures.keySet());
        figures.forEach((name, value) -> assertThat(found.get(name)).as(name).isCloseTo(value, within(DIGITS * value)));
    }

    /** The cases through the table and its window, as the engine sees them. */
    private static Exposure exposure(List<String[]> cases, String[] window) {
        LexisTable table = new LexisTable();
        for (String[] row : cases) {
            int recorded = Integer.parseInt(row[1]);
            Optional<Exit> exit = row[2].isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Exit(recorded, Integer.parseInt(row[2]), Cause.valueOf(row[3]), 0));
            new Life(recorded, exit).addTo(table, 1);
        }
        int last = Integer.parseInt(window[2]);
        int first = window[1].isEmpty()
                ? cases.stream().mapToInt(row -> Integer.parseInt(row[1])).min().orElse(last)
                : Integer.parseInt(window[1]);
        int length = last - first + 1;
        return table.window(length, LAST_AGE, last).exposure();
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var in = Objects.requireNonNull(AgreementWithRTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
