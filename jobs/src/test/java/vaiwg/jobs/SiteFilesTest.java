package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class SiteFilesTest {
    private static final String HEAD =
            "measure,slice,kind,name,value,unit,from,to,valid_from,comparable,source,quote\n";

    @TempDir
    Path folder;

    @Test
    void a_catalogue_is_the_same_on_every_task_that_makes_it() throws Exception {
        Path denominators =
                file("force,population,lpa,from,number,source\nnorth,workforce,,2021-03-21,1000,invented\n");
        Path benchmarks = file(HEAD + "victim_attrition,,target,Plan,25,percent,,,2026-01-01,yes,invented,\n");
        SerializableSupplier<Catalogue> catalogue =
                SiteFiles.catalogue(Optional.of(denominators), Optional.of(benchmarks), Optional.empty());
        Catalogue sent =
                InstantiationUtil.clone(catalogue, getClass().getClassLoader()).get();
        assertThat(sent.fingerprint())
                .as("neither is a definition")
                .isEqualTo(ShippedCatalogue.get().fingerprint());
        assertThat(sent.benchmarks().target("victim_attrition", "", LocalDate.of(2026, 1, 1)))
                .hasValue(0.25);
        assertThat(sent.benchmarks().entries())
                .hasSize(Benchmarks.shipped().entries().size() + 1);
    }

    @Test
    void a_benchmark_of_no_measure_is_rejected_before_the_job_starts() throws Exception {
        Path file = file(HEAD + "no_such_measure,,target,Plan,25,percent,,,2026-01-01,yes,invented,\n");
        assertThatThrownBy(() -> SiteFiles.catalogue(Optional.empty(), Optional.of(file), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row of benchmarks names no_such_measure, Plan: there is no such measure; correct it in "
                        + file + ".");
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> SiteFiles.catalogue(Optional.empty(), Optional.of(missing), Optional.empty()))
                .hasMessage("The file of benchmarks " + missing + " cannot be read.");
    }

    @Test
    void what_is_expected_of_a_force_that_is_not_counted_is_rejected() throws Exception {
        Path file = file("force,stream,events_a_week,from\nwest-midland,stalking,5,2026-09-26\n");
        assertThatThrownBy(() -> SiteFiles.expected(Optional.of(file), Forces.parse("west-midlands")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The file of expected records names west-midland, of which no events are counted");
        assertThat(SiteFiles.expected(Optional.of(file), Forces.parse("west-midland"))
                        .forces())
                .containsExactly("west-midland");
    }

    @Test
    void a_file_of_deprivation_is_a_definition_of_every_measure() throws Exception {
        Path file = file("lsoa,decile,from,source\nE01009758,1,2019-09-26,invented\n");
        Catalogue own = SiteFiles.catalogue(Optional.empty(), Optional.empty(), Optional.of(file))
                .get();
        assertThat(own.fingerprint()).isNotEqualTo(ShippedCatalogue.get().fingerprint());
        assertThat(own.maps().deprivation().fingerprint()).isNotEmpty();
        assertThat(ShippedCatalogue.get().maps().deprivation().fingerprint()).isEmpty();
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "own", ".csv"), text);
    }
}
