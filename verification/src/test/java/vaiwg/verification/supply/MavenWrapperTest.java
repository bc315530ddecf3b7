package vaiwg.verification.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A clone without Maven is built with the Maven that is meant. */
class MavenWrapperTest {
    @Test
    void the_wrapper_fetches_maven_from_its_public_place_and_knows_its_sum() throws IOException {
        assertThat(Files.readAllLines(Path.of("../.mvn/wrapper/maven-wrapper.properties")))
                .contains("distributionType=only-script")
                .anyMatch(line ->
                        line.matches("distributionUrl=https://repo\\.maven\\.apache\\.org/maven2/org/apache/maven/"
                                + "apache-maven/([0-9.]+)/apache-maven-\\1-bin\\.zip"))
                .anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    }
}
