package vaiwg.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vaiwg.kpis.reference.Sites;

class SiteOptionsTest {
    @Command
    private static final class Asked {
        @Mixin
        private SiteOptions site;
    }

    @Test
    void a_variable_that_is_set_to_nothing_names_no_folder() {
        SiteOptions nothing = parsed("");
        assertThat(nothing.areNamed()).isFalse();
        assertThat(nothing.sites()).isSameAs(Sites.shipped());
        assertThat(parsed("sites/kent,sites/essex").folders())
                .containsExactly(Path.of("sites/kent"), Path.of("sites/essex"));
    }

    /** What picocli makes of an option is what it makes of its default. */
    private static SiteOptions parsed(String folders) {
        Asked asked = new Asked();
        new CommandLine(asked).parseArgs("--site", folders);
        return asked.site;
    }
}
