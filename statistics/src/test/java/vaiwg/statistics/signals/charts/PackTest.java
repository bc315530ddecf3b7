package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;

/** What looks at many charts or units at once. */
class PackTest {
    /** Of a concern that the register names, and not touched: it is a share of cautions, and not of the crimes whose number changed. */
    private static final Set<String> OF_OTHER_CASES = Set.of("conditional_cautions");

    /**
     * The thirteen trials of BCG vaccine of Colditz et al. (1994), logarithms of the risk ratio and their variances as in R's
     * metafor: heterogeneity 152.233, variance between trials by DerSimonian and Laird 0.3088.
     */
    @Test
    void the_variance_between_units_is_as_published() {
        double[] effects = {
            -0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459,
            -0.0173
        };
        double[] variances = {
            0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714
        };
        double weights = Arrays.stream(variances).map(variance -> 1 / variance).sum();
        double mean = IntStream.range(0, effects.length)
                        .mapToDouble(i -> effects[i] / variances[i])
                        .sum()
                / weights;
        double[] errors = Arrays.stream(variances).map(Math::sqrt).toArray();
        double[] z = IntStream.range(0, effects.length)
                .mapToDouble(i -> (effects[i] - mean) / errors[i])
                .toArray();
        assertThat(Arrays.stream(z).map(value -> value * value).sum()).isCloseTo(152.233, within(0.6));
        assertThat(Funnel.betweenUnits(z, errors)).isCloseTo(0.3088, within(0.002));
    }

    @Test
    void extreme_tenths_are_drawn_in() {
        assertThat(Funnel.winsorised(new double[] {-9, 1, 2, 3, 4, 5, 6, 7, 8, 99}, 0.1))
                .containsExactly(1, 1, 2, 3, 4, 5, 6, 7, 8, 8);
    }

    @Test
    @Tag("pitfall-18")
    void a_funnel_is_the_binomial_one_where_units_differ_as_by_chance_and_wider_elsewhere() {
        Funnel alike = Funnel.of(
                List.of(new Funnel.Unit("a", 40, 100), new Funnel.Unit("b", 78, 200), new Funnel.Unit("c", 122, 300)));
        assertThat(alike.betweenUnits()).isZero();
        Limits limits = alike.limits(100, Funnel.WARNING);
        assertThat(limits.upper()).isCloseTo(0.4 + 1.959964 * Math.sqrt(0.24 / 100), within(1e-6));
        Funnel apart = Funnel.of(List.of(
                new Funnel.Unit("a", 300, 1_000), new Funnel.Unit("b", 400, 1_000), new Funnel.Unit("c", 500, 1_000)));
        assertThat(apart.limits(1_000, Funnel.NEAR_CERTAIN).upper()).isGreaterThan(0.5);
    }

    @Test
    void of_events_for_people_the_limits_are_those_of_poisson_counts() {
        Funnel alike = Funnel.ofRates(List.of(
                new Funnel.Unit("a", 400, 10_000),
                new Funnel.Unit("b", 790, 20_000),
                new Funnel.Unit("c", 1_210, 30_000)));
        assertThat(alike.target()).isEqualTo(0.04);
        assertThat(alike.betweenUnits()).isZero();
        assertThat(alike.limits(10_000, Funnel.WARNING).upper())
                .isCloseTo(0.04 + 1.959964 * Math.sqrt(0.04 / 10_000), within(1e-9));
    }

    @Test
    void one_sigma_of_the_limits_is_how_far_units_of_one_size_lie_apart_where_they_differ() {
        Funnel apart = Funnel.of(List.of(
                new Funnel.Unit("a", 300, 1_000), new Funnel.Unit("b", 400, 1_000), new Funnel.Unit("c", 500, 1_000)));
        // Three equal sizes: the variance of the three shares is 0.01, chance and what is between units together.
        assertThat(apart.betweenUnits()).isCloseTo(0.01 - 0.24 / 1_000, within(1e-12));
        assertThat(apart.limits(1_000, 1).upper()).isCloseTo(0.5, within(1e-9));
        assertThat(apart.limits(1_000, 1).lower()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    @Tag("pitfall-8")
    @Tag("pitfall-25")
    void the_register_of_rebases_concerns_what_it_names() {
        RebaseRegister register = RebaseRegister.of(Sites.shipped());
        assertThat(reasons(register.of("recorded_offences", "theme=rape", true)))
                .contains("First lockdown", "2021: the Connect system is introduced")
                .doesNotContain("Neighbourhood policing units become local policing areas");
        assertThat(reasons(register.of("victim_attrition", "lpa=coventry;theme=rape", false)))
                .contains("Neighbourhood policing units become local policing areas")
                .doesNotContain("First lockdown");
        assertThat(reasons(register.of("victims_code", "duty=all_five", false))).contains("Revised Victims' Code");
    }

    /** The rules on courses of conduct changed three times; each on the day from which it is published, so that no block lies on the wrong side. */
    @Test
    @Tag("pitfall-25")
    void stalking_and_harassment_are_rebased_when_the_rules_on_courses_of_conduct_changed() {
        List<RebaseRegister.Entry> entries =
                RebaseRegister.of(Sites.shipped()).of("charge_rate", "theme=stalking", false);
        assertThat(entries.stream().map(entry -> LocalDate.ofEpochDay(entry.day())))
                .containsSubsequence(
                        LocalDate.of(2018, 4, 1),
                        LocalDate.of(2020, 4, 1),
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2023, 5, 1))
                .doesNotContain(LocalDate.of(2020, 1, 1), LocalDate.of(2023, 3, 1));
    }

    /** What speaks of one matter is remade by one event: otherwise a chart of it signals what the register explains for its neighbour. */
    @Test
    @Tag("pitfall-25")
    void measures_of_one_concern_are_rebased_together() {
        Catalogue catalogue = ShippedCatalogue.get();
        Map<String, Measure> bySlug =
                catalogue.measures().stream().collect(Collectors.toMap(Measure::slug, Function.identity()));
        for (RebaseRegister.Entry entry : RebaseRegister.of(Sites.shipped()).entries()) {
            List<String> named = entry.affects().stream()
                    .filter(affected -> affected.startsWith("measure="))
                    .map(affected -> affected.substring("measure=".length()))
                    .toList();
            assertThat(named).as(entry.reason()).isSubsetOf(bySlug.keySet());
            Set<String> concerns =
                    named.stream().map(slug -> bySlug.get(slug).concern()).collect(Collectors.toSet());
            assertThat(catalogue.measures().stream()
                            .filter(measure -> concerns.contains(measure.concern()))
                            .filter(measure -> measure.chartedByDay().isPresent())
                            .map(Measure::slug)
                            .filter(slug -> !OF_OTHER_CASES.contains(slug)))
                    .as(entry.reason())
                    .isSubsetOf(named);
        }
    }

    private static List<String> reasons(List<RebaseRegister.Entry> entries) {
        return entries.stream().map(RebaseRegister.Entry::reason).toList();
    }
}
