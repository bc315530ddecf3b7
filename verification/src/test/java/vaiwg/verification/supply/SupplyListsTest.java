package vaiwg.verification.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.verification.supply.SupplyLists.Advisory;
import vaiwg.verification.supply.SupplyLists.Component;
import vaiwg.verification.supply.SupplyLists.Line;

/** The lists say what they should: they find what they would have had to find, and nobody has left them alone for long. */
class SupplyListsTest {
    private static final Path BEFORE = Path.of("src/test/resources/supply/bill-before.json");
    private static final int MOST_DAYS_UNREAD = 92;

    @Test
    void the_bill_of_the_build_with_jetty_11_is_found_to_have_its_holes_and_to_be_at_its_end() throws Exception {
        List<Component> used = SupplyLists.components(BEFORE);
        Component jetty = new Component("org.eclipse.jetty:jetty-http", "11.0.25");
        assertThat(used).contains(jetty);
        assertThat(SupplyLists.advisories().stream()
                        .filter(advisory -> advisory.hits(jetty))
                        .map(Advisory::id))
                .contains("CVE-2026-2332", "CVE-2026-19203", "CVE-2024-6763");
        assertThat(used.stream()
                        .flatMap(one -> lines(one).stream())
                        .filter(line -> line.hasEndedOn(LocalDate.parse("2026-11-24")))
                        .map(Line::part))
                .containsExactly("Jetty 11");
    }

    @ParameterizedTest
    @CsvSource({
        "12.1.14, false",
        "12.1.7, false",
        "12.1.6, true",
        "12.1.0.beta2, true",
        "12.0.33, false",
        "12.0.9, true",
        "11.0.25, true",
        "9.4.57.v20241219, true"
    })
    void a_range_holds_the_versions_in_it(String version, boolean isIn) {
        assertThat(VersionRange.of("(,12.0.33),[12.1.0.alpha0,12.1.7)").contains(version))
                .isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({
        "4.2.6.Final-21.0, 4.2.8, -1",
        "1.10.0, 1.9, 1",
        "2.0, 2.0.0, 0",
        "33.5.0-jre-21.0, 33.5.0, 0",
        "5.0.0-rc1, 5.0.0, -1",
        "42.7.14, 42.7.12, 1"
    })
    void versions_are_in_the_order_of_their_numbers(String one, String other, int order) {
        assertThat(VersionRange.compare(one, other)).isEqualTo(order);
        assertThat(VersionRange.compare(other, one)).isEqualTo(-order);
    }

    @Test
    void nothing_in_the_lists_was_read_longer_ago_than_a_quarter_before_the_builds_day() throws Exception {
        LocalDate oldest = SupplyLists.day().minusDays(MOST_DAYS_UNREAD);
        assertThat(SupplyLists.advisories())
                .as("read them again, then say so in the column, when project.build.outputTimestamp is raised")
                .allSatisfy(advisory ->
                        assertThat(advisory.read()).as(advisory.id()).isAfterOrEqualTo(oldest));
        assertThat(SupplyLists.lines())
                .allSatisfy(line -> assertThat(line.read()).as(line.part()).isAfterOrEqualTo(oldest));
    }

    @Test
    void each_entry_has_a_source_and_each_reason_is_a_sentence() throws Exception {
        assertThat(SupplyLists.advisories()).allSatisfy(advisory -> {
            assertThat(advisory.id()).matches("CVE-\\d{4}-\\d{4,}");
            assertThat(advisory.source()).startsWith("https://");
            assertThat(advisory.affected().contains(advisory.fixed().split(", ")[0]))
                    .as(advisory.id())
                    .isFalse();
            assertThat(advisory.reason()).as(advisory.id()).matches("|[A-Z].{40,}\\.");
        });
        assertThat(SupplyLists.lines())
                .allSatisfy(line -> assertThat(line.source()).startsWith("https://"));
    }

    @Test
    void images_and_java_have_no_known_hole_and_are_maintained() throws Exception {
        List<Component> beside = SupplyLists.beside();
        assertThat(beside.stream().map(Component::name))
                .contains(
                        "image:postgres",
                        "image:prom/prometheus",
                        "image:grafana/grafana",
                        "pom:maven.compiler.release");
        assertThat(SupplyLists.advisories().stream()
                        .filter(advisory -> advisory.reason().isEmpty())
                        .filter(advisory -> beside.stream().anyMatch(advisory::hits)))
                .isEmpty();
        for (String part : Set.of(
                "image:postgres", "image:prom/prometheus", "image:grafana/grafana", "pom:maven.compiler.release")) {
            assertMaintained(beside, part);
        }
    }

    /** Also from the test of the whole bill. */
    static void assertMaintained(List<Component> used, String part) throws Exception {
        Component found = used.stream()
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " is not used"));
        assertThat(lines(found)).as("of %s end-of-life.tsv has a row", found).hasSize(1);
        assertThat(lines(found).get(0).hasEndedOn(SupplyLists.day()))
                .as("%s has ended", found)
                .isFalse();
    }

    private static List<Line> lines(Component used) {
        try {
            return SupplyLists.lines().stream().filter(line -> line.isOf(used)).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
