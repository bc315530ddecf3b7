package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Catalogue;

class DenominatorFileTest {
    @Test
    void a_catalogue_is_made_once_where_it_is_asked_for_with_every_row() throws Exception {
        SerializableSupplier<Catalogue> catalogue = DenominatorFile.catalogue(shipped());
        assertThat(catalogue.get()).isSameAs(catalogue.get());

        SerializableSupplier<Catalogue> sent =
                InstantiationUtil.clone(catalogue, getClass().getClassLoader());

        assertThat(sent.get()).isSameAs(sent.get());
        assertThat(sent.get().fingerprint()).isEqualTo(catalogue.get().fingerprint());
    }

    private static String shipped() throws IOException {
        try (InputStream file = Catalogue.class.getResourceAsStream("/reference/denominators.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
