package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class PageOneTest {
    private static final Pattern MEASURE = Pattern.compile("(?m)^`(\\w+)`\\. ");
    private static final Pattern PLACE =
            Pattern.compile("(?m)^- In the report: figures? (\\d+)(?: and (\\d+))? of page 1; ");

    private final Catalogue catalogue = ShippedCatalogue.get();

    /** It said so of fifteen measures, of which page 1 showed seven. */
    @Test
    void the_dictionary_says_of_each_figure_of_page_1_which_it_is_and_of_no_other() {
        Map<Integer, String> said = new TreeMap<>();
        for (String section : new DictionaryText(catalogue).dictionary().split("\n### ", -1)) {
            Matcher measure = MEASURE.matcher(section);
            Matcher place = PLACE.matcher(section);
            if (measure.find() && place.find()) {
                said.put(Integer.valueOf(place.group(1)), measure.group(1));
                if (place.group(2) != null) {
                    said.put(Integer.valueOf(place.group(2)), measure.group(1));
                }
            }
        }
        assertThat(said.keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(said.values())
                .containsExactlyElementsOf(
                        PageOne.FIGURES.stream().map(Commitment.Seen::measure).toList());
    }

    @Test
    void each_figure_is_published() {
        assertThat(PageOne.FIGURES)
                .allSatisfy(figure -> assertThat(catalogue.columns())
                        .filteredOn(column -> column.measure().slug().equals(figure.measure()))
                        .flatExtracting(column -> Stream.iterate(0, row -> row + 1)
                                .limit(column.rows().size())
                                .map(row -> Slice.of(column.dimensions(row)))
                                .toList())
                        .contains(figure.slice()));
    }
}
