package vaiwg.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.cli.terminal.CommandFailure;

class ForceOptionsTest {
    @Test
    void the_only_force_is_taken_and_of_several_one_is_to_be_named() {
        assertThat(ForceOptions.only(List.of("kent"))).isEqualTo("kent");
        assertThatThrownBy(() -> ForceOptions.only(List.of("bedfordshire", "kent")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageEndingWith("name one with --force, bedfordshire or kent.");
        assertThatThrownBy(() -> ForceOptions.only(List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("No snapshot has been published: ");
    }
}
