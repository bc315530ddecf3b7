package vaiwg.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointTest {
    private static final URI ADDRESS = URI.create("https://server:8081/");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"registry:8081", "8081", "/registry", "file:///registry"})
    void whatIsNoAddressIsSaidBeforeAnythingIsAsked(String address) {
        assertThatThrownBy(() -> HttpEndpoint.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + address + "' is no address of a server: give one such as http://server:8081.");
    }

    @Test
    void aPasswordInTheAddressIsRejectedWithoutRepeatingIt() {
        assertThatThrownBy(() -> HttpEndpoint.of(URI.create("https://job:secret@server")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("server holds a user")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUserWithoutAPasswordIsRejectedAndAPasswordWithoutAUser() {
        for (String[] pair : new String[][] {{"job", ""}, {"", "/run/secrets/password"}}) {
            assertThatThrownBy(() -> new HttpEndpoint(ADDRESS, pair[0], pair[1], Map.of(), ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Give both a user and a file with the user's password for server, or neither.");
        }
    }

    @Test
    void aFileThatHoldsNoPasswordIsNamed() throws Exception {
        Path missing = folder.resolve("missing");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> new HttpEndpoint(ADDRESS, "job", missing.toString(), Map.of(), "").authorization())
                .hasMessage("The password file " + missing + " cannot be read: correct the path, or its permissions.");
        assertThatThrownBy(() -> new HttpEndpoint(ADDRESS, "job", empty.toString(), Map.of(), "").authorization())
                .hasMessage("The password file " + empty + " is empty: write the password into it.");
    }

    @Test
    void headersOfTheEnvironmentAreSeparatedBySemicolonsAndOneWithoutANameIsRejected() {
        assertThat(HttpEndpoint.headers("X-Scope-OrgID=a=b; X-Api-Key=@/key"))
                .containsExactly(Map.entry("X-Scope-OrgID", "a=b"), Map.entry("X-Api-Key", "@/key"));
        assertThatThrownBy(() -> HttpEndpoint.headers("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPageIsBelowTheAddress() {
        assertThat(HttpEndpoint.of(ADDRESS).page("/schemas/ids/1")).hasToString("https://server:8081/schemas/ids/1");
    }
}
