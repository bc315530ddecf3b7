package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.DictionaryText;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** {@code docs/kpis.md} is what {@code ./vaiwg kpis} prints; {@code -Dvaiwg.golden.write=true} writes it. */
class KpisPageTest {
    private static final Path PAGE = Path.of("..", "docs", "kpis.md");

    @Test
    void the_page_of_measures_is_the_dictionary() throws IOException {
        String dictionary = new DictionaryText(ShippedCatalogue.get()).dictionary();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PAGE, dictionary);
        }
        assertThat(PAGE).hasContent(dictionary);
    }
}
