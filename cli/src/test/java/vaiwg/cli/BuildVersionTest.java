package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;

/** What a bug report needs to say: which build this is. */
class BuildVersionTest {
    @Test
    void the_version_is_that_of_the_build_with_commit_engine_definitions_and_schemas() throws Exception {
        Answer answer = Answer.to("--version");
        assertThat(answer.exitCode()).isZero();
        String pom = Files.readString(Path.of("../pom.xml"));
        assertThat(answer.output())
                .startsWith("vaiwg " + first("<version>(.*?)</version>", pom) + ", commit ")
                .containsPattern("commit ([0-9a-f]{10,}(-dirty)?|unknown)\\n")
                .contains("\nFlink " + first("<flink.version>(.*?)</flink.version>", pom) + ", Java ")
                .contains("\ndefinitions " + ShippedCatalogue.get().fingerprint() + "\n")
                .doesNotContain("$");
        for (EventStream stream : EventStream.values()) {
            assertThat(answer.output()).containsPattern("\nschema " + stream.slug() + " [0-9a-f]{16}\n");
        }
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
