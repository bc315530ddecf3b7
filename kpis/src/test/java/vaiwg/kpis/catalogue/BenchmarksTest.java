package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static vaiwg.kpis.OneMeasure.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

class BenchmarksTest {
    private static final String HEAD =
            "measure,slice,kind,name,value,unit,from,to,valid_from,comparable,source,quote\n";
    private static final String PLAN = "victim_attrition,,target,Plan,30,percent,,,2026-01-01,yes,the plan,\n";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static final String FORCE = "west-midlands";
    private static final Benchmarks SHIPPED = Benchmarks.of(Sites.shipped());

    private static Sites site(String rows) {
        return Sites.shipped().with(FORCE, SiteFile.BENCHMARKS, HEAD + rows);
    }

    /** Those of a force alone, to which nothing is said beside. */
    private static Benchmarks own(String rows) {
        return Benchmarks.of(site(rows));
    }

    @Test
    void a_target_holds_from_its_day_on_until_the_next_of_its_name() {
        Benchmarks benchmarks = own(PLAN + "victim_attrition,,target,Plan,25.5,percent,,,2027-01-01,yes,the plan,\n");
        assertThat(benchmarks.target("victim_attrition", "", LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(benchmarks.target("victim_attrition", "", DAY)).hasValue(0.3);
        assertThat(benchmarks.target("victim_attrition", "", LocalDate.of(2027, 1, 1)))
                .hasValue(0.255);
        assertThat(benchmarks.target("victim_attrition", "theme=rape", DAY))
                .as("of another slice")
                .isEmpty();
        assertThat(benchmarks.of("victim_attrition", "", LocalDate.of(2027, 1, 1)))
                .hasSize(1);
    }

    /** Rape victims were told of the decision in 68 of 100 cases, and the promise to tell them had no target. */
    @Test
    void what_is_owed_in_every_case_is_owed_in_those_of_a_theme_that_has_no_target_itself() {
        String rape = "theme=rape";
        Benchmarks duty = own(PLAN.replace(",30,", ",0,"));
        assertThat(duty.target("victim_attrition", rape, DAY)).isEmpty();
        assertThat(duty.owedInTheme("victim_attrition", rape, DAY)).hasValue(0);
        assertThat(duty.owedInTheme("victim_attrition", "", DAY)).hasValue(0);
        assertThat(duty.owedInTheme("victim_attrition", "lpa=solihull", DAY))
                .as("of another cut than a theme")
                .isEmpty();
        assertThat(own(PLAN).owedInTheme("victim_attrition", rape, DAY))
                .as("30% of all crimes are not 30% of each theme's")
                .isEmpty();
        assertThat(own(PLAN.replace(",30,", ",0,") + PLAN.replace(",,target", "," + rape + ",target"))
                        .owedInTheme("victim_attrition", rape, DAY))
                .as("its own")
                .hasValue(0.3);
        assertThat(SHIPPED.owedInTheme("decision_told", rape, DAY)).hasValue(1);
    }

    @Test
    void what_is_not_comparable_is_shown_and_is_no_target() {
        Benchmarks benchmarks = own(PLAN.replace("yes", "of other offences"));
        assertThat(benchmarks.target("victim_attrition", "", DAY)).isEmpty();
        assertThat(benchmarks.of("victim_attrition", "", DAY))
                .extracting(Benchmark::reason)
                .containsExactly("of other offences");
    }

    @Test
    void a_sites_own_stand_beside_its_figures_alone() {
        Benchmarks benchmarks = Benchmarks.of(
                site(
                        "evidential_difficulty_da,,comparator,Most similar forces,68.2,percent,,,2026-01-01,yes,a publication,\n"));
        assertThat(benchmarks.ofForce(FORCE).of("evidential_difficulty_da", "", DAY))
                .extracting(Benchmark::name, Benchmark::force)
                .containsExactly(tuple("HMICFRS", ""), tuple("Most similar forces", FORCE));
        assertThat(benchmarks.ofForce("another").of("evidential_difficulty_da", "", DAY))
                .extracting(Benchmark::name)
                .containsExactly("HMICFRS");
    }

    @Test
    void the_papers_figures_have_a_section_and_its_words() {
        assertThat(ShippedCatalogue.get().benchmarks().entries())
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.source())
                                .matches(
                                        "the paper [12](\\.\\d){1,3}( recommendation \\d+)?|(ONS|SafeLives|HMICFRS|Home Office Counting Rules|Crime and Security Act 2010|Code of Practice for Victims of Crime|These figures), .+"))
                .allSatisfy(entry -> assertThat(entry.quote()).isNotEmpty());
        assertThat(SHIPPED.target("early_advice_all_rapes", "", DAY)).hasValue(1);
        assertThat(SHIPPED.target("early_advice_recorded", "", DAY))
                .as("of rapes with an outcome alone")
                .isEmpty();
        assertThat(SHIPPED.of("victim_attrition", "theme=rape", DAY))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.inUnitOfMeasure()).isCloseTo(0.544, within(1e-12));
                    assertThat(entry.isComparable()).isFalse();
                });
    }

    /** A figure is in the words of its source, but where they state the rest of a hundred, or how many of how many residents. */
    @Test
    void the_figures_are_in_their_quotes() {
        assertThat(SHIPPED.entries()).allSatisfy(entry -> {
            if (isOfEveryCase(entry)) {
                return;
            }
            String words = entry.quote().replace(",", "");
            List<Double> numbers = Arrays.stream(words.split("[^0-9.]+"))
                    .filter(number -> number.matches("[0-9]+(\\.[0-9]+)?"))
                    .map(Double::parseDouble)
                    .toList();
            if (entry.unit() == Benchmark.Unit.PER_1000) {
                assertThat(1000 * numbers.get(0) / numbers.get(1))
                        .as(entry.toString())
                        .isCloseTo(entry.value(), within(0.05));
                return;
            }
            String rest = numbers.stream()
                    .filter(number -> number == entry.value()
                            || entry.unit() == Benchmark.Unit.PERCENT && 100 - number == entry.value())
                    .map(String::valueOf)
                    .findFirst()
                    .orElse("");
            if (!entry.slice().equals("duty=referred_2d")) {
                assertThat(rest).as(entry.toString()).isNotEmpty();
            }
        });
    }

    /** What is asked in every case is all of what ought to rise, and none of what ought to fall. */
    @Test
    void what_is_asked_in_every_case_is_all_or_none() {
        assertThat(SHIPPED.entries().stream().filter(BenchmarksTest::isOfEveryCase))
                .hasSizeGreaterThan(5)
                .allSatisfy(entry -> {
                    Direction good = shipped(entry.measure()).direction();
                    assertThat(entry.value())
                            .as(entry.toString())
                            .isEqualTo(good == Direction.RISING ? 100 : good == Direction.FALLING ? 0 : Double.NaN);
                    assertThat(entry.quote())
                            .containsPattern("every case|must|the right to|As a minimum|agreement|in any event");
                });
    }

    /** A table that says of duties that they are owed says of each how much. Means of the five are no duty. */
    @ParameterizedTest
    @ValueSource(strings = {"victims_code", "victims_code_asked"})
    void each_duty_of_the_code_is_beside_its_target(String kpi) {
        List<String> duties = shipped(kpi).variants().stream()
                .map(variant -> variant.orElseThrow().slice())
                .filter(slice -> !List.of("duty=mean", "duty=applicable").contains(slice))
                .toList();
        assertThat(duties)
                .hasSizeGreaterThan(4)
                .allSatisfy(duty -> assertThat(SHIPPED.target(kpi, duty, DAY)).hasValue(1));
    }

    /** Logs of a duty that audits ask of every case have its target too, or say why they count something else. */
    @ParameterizedTest
    @CsvSource({
        "victims_code, duty=referred_2d, support_referral_2d, true",
        "victims_code, duty=end_of_journey_told, decision_told, true",
        "victims_code_asked, duty=informed_after_report, informed_in_time, true",
        "victims_code_asked, duty=compensation_told, compensation_told_28d, false",
        "victims_code_asked, duty=interviewer_chosen, interviewer_offered, false",
        "victims_code_asked, duty=court_visit_offered, court_visit_before_trial, false"
    })
    void a_duty_that_is_audited_has_its_target_in_the_log_too(String audit, String duty, String log, boolean counts) {
        assertThat(SHIPPED.target(audit, duty, DAY)).hasValue(1);
        assertThat(SHIPPED.of(log, "", DAY)).singleElement().satisfies(entry -> {
            assertThat(isOfEveryCase(entry)).isTrue();
            assertThat(entry.isComparable()).isEqualTo(counts);
        });
    }

    /** The worst figure of page 1 had no target and no sign, though how soon owners answer is a rule of our own. */
    @Test
    void that_owners_answer_in_time_is_a_target_in_the_words_of_its_page() throws IOException {
        String page = Files.readString(Path.of("../docs/signals.md")).replaceAll("\\s+", " ");
        assertThat(SHIPPED.target("signal_response", "", DAY)).hasValue(1);
        assertThat(SHIPPED.of("signal_response", "", DAY))
                .singleElement()
                .satisfies(entry -> assertThat(page).contains(entry.quote()))
                .satisfies(entry -> assertThat(entry.quote()).endsWith("within " + Priority.DAYS_TO_ANSWER + " days"));
    }

    private static boolean isOfEveryCase(Benchmark entry) {
        return entry.kind() == Benchmark.Kind.TARGET && entry.unit() == Benchmark.Unit.PERCENT;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "victim_attrition,,goal,A,1,percent,,,2026-01-01,yes,s, | has an unknown kind",
                "victim_attrition,,target,A,1,pounds,,,2026-01-01,yes,s, | has an unknown unit",
                "victim_attrition,,target,A,many,percent,,,2026-01-01,yes,s, | has no number in the column value",
                "victim_attrition,,target,A,1,percent,,,1.1.2026,yes,s, | has no date like 2021-09-01",
                "victim_attrition,,target,A,1,percent,,,,yes,s, | has no date in the column valid_from",
                "victim_attrition,,target,A,1,percent,,,2026-01-01,,s, | does not say whether it is comparable",
                "victim_attrition,,target,A,1,percent,,,2026-01-01,yes,, | names no source",
                "victim_attrition,,target,,1,percent,,,2026-01-01,yes,s, | has no name",
                "victim_attrition,,target,Plan,1,percent,,,2026-01-01,yes,s, | says again what holds from a day on"
            })
    void a_row_that_cannot_be_read_is_rejected_in_a_sentence(String row, String reason) {
        assertThatThrownBy(() -> own(PLAN + row + "\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A row of benchmarks " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no_measure,,target,A,1,percent,,,2026-01-01,yes,s, | there is no such measure",
                "victim_attrition,theme=none,target,A,1,percent,,,2026-01-01,yes,s, | the measure is not published by theme=none",
                "victim_attrition,,target,A,1,count,,,2026-01-01,yes,s, | a target in count does not fit the measure",
                "recorded_offences,,target,A,1,count,,,2026-01-01,yes,s, | a target in count does not fit the measure",
                "cps_days_to_decision_median,,target,A,1,hours,,,2026-01-01,yes,s, | a target in hours does not fit the measure"
            })
    void what_no_measure_can_be_read_beside_is_rejected(String row, String reason) {
        assertThatThrownBy(() -> ShippedCatalogue.of(site(row + "\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_response_rate_of_a_channel_is_read_beside_that_of_the_channel() {
        LocalDate day = LocalDate.of(2026, 11, 28);
        assertThat(SHIPPED.of("survey_response", "channel=sms", day))
                .extracting(Benchmark::value)
                .containsExactly(10.0);
        assertThat(SHIPPED.of("survey_response", "channel=email", day))
                .extracting(Benchmark::value)
                .containsExactly(6.0);
    }
}
