package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** What people read is in the field's words: of the report's pages and its workbook {@code ThreeYearsIT} holds it. */
class ForeignWordsTest {
    @Test
    void a_word_for_which_the_field_has_another_is_found() {
        assertThat(ForeignWords.in("Newest, 2 to 29 March: withheld.")).containsExactly("Newest", "withheld");
        assertThat(ForeignWords.in("Latest, 2 to 29 March: suppressed.")).isEmpty();
    }

    @Test
    void none_is_in_what_the_dictionary_says() {
        for (Measure measure : ShippedCatalogue.get().measures()) {
            List<String> words = new ArrayList<>(
                    List.of(measure.title(), measure.shortTitle(), measure.definition(), measure.caveats()));
            measure.variants().forEach(variant -> variant.ifPresent(value -> words.add(value.title())));
            assertThat(ForeignWords.in(String.join("\n", words)))
                    .as(measure.slug())
                    .isEmpty();
        }
        assertThat(ShippedCatalogue.get().benchmarks().entries())
                .allSatisfy(entry -> assertThat(
                                ForeignWords.in(entry.name() + "\n" + entry.reason() + "\n" + entry.source()))
                        .isEmpty());
    }

    @Test
    void none_is_in_the_text_of_an_alert() {
        List<Path> rules = Project.files("prometheus/rules", ".yml");
        assertThat(rules).isNotEmpty();
        for (Path file : rules) {
            assertThat(Project.all("(?s)(?:summary|description): (.*?)\\n +\\w+_url:", Project.text(file)))
                    .as(file.toString())
                    .allSatisfy(text -> assertThat(ForeignWords.in(text)).isEmpty());
        }
    }
}
