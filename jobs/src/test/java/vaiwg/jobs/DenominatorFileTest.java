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
    void a_catalogue_is_the_same_on_every_task_that_makes_it() throws Exception {
        SerializableSupplier<Catalogue> catalogue = DenominatorFile.catalogue(shipped());
        SerializableSupplier<Catalogue> sent =
                InstantiationUtil.clone(catalogue, getClass().getClassLoader());
        assertThat(sent.get().fingerprint()).isEqualTo(catalogue.get().fingerprint());
    }

    private static String shipped() throws IOException {
        try (InputStream file = Catalogue.class.getResourceAsStream("/reference/denominators.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
