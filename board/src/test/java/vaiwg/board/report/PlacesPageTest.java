package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.reference.Sites;

class PlacesPageTest {
    private static final String ABUSE = "domestic_abuse";
    private static final Set<SeriesKey> NONE = Set.of();
    private static final Set<String> NOTHING = Set.of();
    private static final String DONE = PlacesPage.done(true, List.of());
    private static final SeriesKey CHARGED = new SeriesKey("charge_rate", "settled_180d", "365d", "");

    @Test
    void the_force_has_the_theme_of_its_areas_and_the_total_where_a_measure_is_of_one_theme_alone() {
        assertThat(PlacesPage.ofForce(
                        Set.of("", "theme=rape", "theme=domestic_abuse", "lpa=solihull;theme=domestic_abuse"),
                        "",
                        ABUSE))
                .isEqualTo("theme=domestic_abuse");
        assertThat(PlacesPage.ofForce(Set.of("", "lpa=solihull;theme=domestic_abuse"), "", ABUSE))
                .isEmpty();
    }

    @Test
    void what_signs_mean_is_said_where_an_area_has_one() {
        Block.Grid none = grid(0, 0);
        assertThat(PlacesPage.lead(List.of(none, grid(0, -1)), NONE, NOTHING, List.of(), "", ""))
                .startsWith("▲ and ▼: ");
        assertThat(PlacesPage.lead(List.of(none, none), NONE, NOTHING, List.of(), "", ""))
                .startsWith("No area stands out ")
                .endsWith(" differ by, in 12 months or now.")
                .doesNotContain("▲", "▼");
        Block.Grid empty = new Block.Grid("", "", "Area", List.of(), List.of());
        assertThat(PlacesPage.lead(List.of(empty), NONE, NOTHING, List.of("Sandwell"), DONE, ""))
                .isEmpty();
        assertThat(PlacesPage.explained(none)).isEqualTo(none);
        assertThat(PlacesPage.explained(grid(1)).note()).startsWith("All of them. ▲ and ▼: ");
    }

    @Test
    void an_area_with_a_matter_of_its_own_is_named_where_none_lies_beyond_the_others() {
        assertThat(PlacesPage.lead(List.of(grid(0)), NONE, NOTHING, List.of("Sandwell"), "", ""))
                .startsWith("A matter of Sandwell over 28 days is on page 2. No other area stands out beyond chance ");
        assertThat(PlacesPage.lead(List.of(grid(0)), NONE, NOTHING, List.of("Coventry", "Sandwell"), DONE, ""))
                .startsWith("Matters of Coventry and Sandwell over 28 days are on page 2. No other area stands out ")
                .endsWith(" in 12 months or now. What was done in single areas: “What works”.");
    }

    /** Page 7 said "No change" of offences in schools, page 2 that they are watched. */
    @Test
    void what_is_open_of_public_places_and_schools_is_said_whatever_is_known_of_areas() {
        String open = "Watch, page 2: Stalking and harassment: offences in schools and colleges, more than usual.";
        Block.Grid empty = new Block.Grid("", "", "Area", List.of(), List.of());
        assertThat(PlacesPage.lead(List.of(empty), NONE, NOTHING, List.of(), "", open))
                .isEqualTo(open);
        assertThat(PlacesPage.lead(List.of(grid(1)), NONE, NOTHING, List.of(), "", open))
                .endsWith(". " + open);
        assertThat(PlacesPage.lead(List.of(grid(0)), NONE, NOTHING, List.of(), "", open))
                .endsWith(" or now. " + open);
    }

    /** Page 8 said of Coventry that it is better than before, page 7 that no area stands out. */
    @Test
    void an_area_in_which_something_was_done_and_moved_is_named_before_it_is_said_that_no_other_stands_out() {
        String found =
                "Coventry: referred in 2 days, domestic abuse, 69.7% (the force 54.2%), better than before 30 Jan 2026";
        String done = PlacesPage.done(true, List.of(found));
        assertThat(PlacesPage.lead(List.of(grid(0)), NONE, Set.of("Coventry"), List.of(), done, ""))
                .isEqualTo(
                        found + " (“What works”). No other area stands out beyond chance and what areas usually differ"
                                + " by, in 12 months or now.");
        assertThat(PlacesPage.done(true, List.of(found, "Walsall: charged, worse than before 30 Jan 2026")))
                .endsWith(" 30 Jan 2026; Walsall: charged, worse than before 30 Jan 2026 (“What works”).");
        assertThat(PlacesPage.done(false, List.of())).isEmpty();
    }

    @Test
    void where_areas_differ_most_is_said_without_a_sign_too_and_of_areas_alone() {
        Block.Grid little = shares("Rape", 0.42, 0.40, 0.05);
        Block.Grid much = shares("Domestic abuse: whose characteristics are known", 0.698, 0.49, 0.05);
        assertThat(PlacesPage.lead(List.of(little, much), NONE, NOTHING, List.of(), "", ""))
                .contains(" or now. Widest apart: charged within 180 days, domestic abuse, 49.0% to 69.8%.");
    }

    @Test
    void shares_of_an_area_stand_beside_those_of_the_force_and_its_counts_do_not() {
        Figure area = SampleReport.share(CHARGED, 697, 1000);
        Figure force = SampleReport.share(CHARGED, 542, 1000);
        assertThat(InterventionEffect.besideTheForce(area, force)).isEqualTo(", 69.7% (the force 54.2%)");
        Figure count = Figure.without(CHARGED, Periods.AS_AT, Unit.COUNT, Figure.State.NONE)
                .with(697, null, 697, Figure.State.SHOWN);
        assertThat(InterventionEffect.besideTheForce(count, count)).isEmpty();
    }

    /** After "No area stands out …" the widest would read as one that does. */
    @Test
    void where_all_of_them_are_compared_it_is_no_more_than_areas_usually_differ_by() {
        Block.Grid much = shares("Domestic abuse", 0.698, 0.49, 0.05);
        assertThat(PlacesPage.lead(List.of(much), Set.of(CHARGED), NOTHING, List.of(), "", ""))
                .contains(" or now. Widest apart, as is usual: charged within 180 days, ");
    }

    /** Page 7 called 49.0% to 69.8% usual, where page 8 said of the area with 69.8% that it moved beyond chance. */
    @Test
    void an_area_that_moved_is_not_among_those_that_are_as_far_apart_as_is_usual() {
        Block.Grid much = shares("Domestic abuse", 0.698, 0.49, 0.05);
        assertThat(PlacesPage.lead(List.of(much), Set.of(CHARGED), Set.of("Solihull"), List.of(), "", ""))
                .doesNotContain("idest apart");
        Block.Grid three = new Block.Grid(
                much.title(),
                "",
                "Area",
                much.columns(),
                Stream.concat(Stream.of(line("Coventry", 0.9, false)), much.lines().stream())
                        .toList());
        assertThat(PlacesPage.lead(List.of(three), Set.of(CHARGED), Set.of("Coventry"), List.of(), "", ""))
                .endsWith(
                        " Others widest apart, as is usual: charged within 180 days, domestic abuse, 49.0% to 69.8%.");
    }

    @Test
    void figures_of_others_say_of_when_they_are() {
        List<Benchmark> rates = Benchmarks.of(Sites.shipped()).entries().stream()
                .filter(entry -> entry.measure().equals("da_rate"))
                .toList();
        assertThat(rates).extracting(Facts::whose).containsExactly("England and Wales, year to March 2021");
    }

    /** Of two areas, of cases in none that is known, and of the force. */
    private static Block.Grid shares(String title, double one, double other, double unknown) {
        return new Block.Grid(
                title,
                "",
                "Area",
                List.of("Charged within 180 days"),
                List.of(
                        line("Solihull", one, false),
                        line("Dudley", other, false),
                        line(SliceTitles.areaTitle(Slice.UNKNOWN), unknown, false),
                        line("The force", 0.99, true)));
    }

    private static Block.Line line(String title, double share, boolean total) {
        Figure figure = SampleReport.share(CHARGED, (int) Math.round(1000 * share), 1000);
        return new Block.Line(title, List.of(Block.Cell.of(figure, Block.Part.VALUE)), total);
    }

    private static Block.Grid grid(int... apart) {
        List<Block.Cell> cells = Arrays.stream(apart)
                .mapToObj(side -> new Block.Cell(Optional.empty(), Block.Part.VALUE, "8.5%", side))
                .toList();
        List<String> columns = cells.stream().map(cell -> "Charged").toList();
        return new Block.Grid(
                "Rape", "All of them.", "Area", columns, List.of(new Block.Line("Solihull", cells, false)));
    }

    @Test
    void a_value_of_a_dimension_stays_and_themes_of_other_values_tell_nothing_of_it() {
        Set<String> published = Set.of(
                "characteristic=sex",
                "characteristic=age;theme=rape",
                "characteristic=sex;lpa=solihull;theme=domestic_abuse");
        assertThat(PlacesPage.ofForce(published, "characteristic=sex", ABUSE)).isEqualTo("characteristic=sex");
        assertThat(PlacesPage.ofForce(published, "characteristic=age", ABUSE))
                .isEqualTo("characteristic=age;theme=domestic_abuse");
    }
}
