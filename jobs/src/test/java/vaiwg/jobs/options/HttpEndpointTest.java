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
    void what_is_no_address_is_said_before_anything_is_asked(String address) {
        assertThatThrownBy(() -> HttpEndpoint.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + address + "' is no address of a server: give one such as http://server:8081.");
    }

    @Test
    void a_password_in_the_address_is_rejected_without_repeating_it() {
        assertThatThrownBy(() -> HttpEndpoint.of(URI.create("https://job:secret@server")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("server holds a user")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_user_without_a_password_is_rejected_and_a_password_without_a_user() {
        for (String[] pair : new String[][] {{"job", ""}, {"", "/run/secrets/password"}}) {
            assertThatThrownBy(() -> new HttpEndpoint(ADDRESS, pair[0], pair[1], Map.of(), ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Give both a user and a file with the user's password for server, or neither.");
        }
    }

    @Test
    void a_file_that_holds_no_password_is_named() throws Exception {
        Path missing = folder.resolve("missing");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> new HttpEndpoint(ADDRESS, "job", missing.toString(), Map.of(), "").authorization())
                .hasMessage("The password file " + missing + " cannot be read: correct the path, or its permissions.");
        assertThatThrownBy(() -> new HttpEndpoint(ADDRESS, "job", empty.toString(), Map.of(), "").authorization())
                .hasMessage("The password file " + empty + " is empty: write the password into it.");
    }

    @Test
    void the_files_with_secrets_are_those_of_the_password_and_of_headers() {
        Map<String, String> headers = Map.of("X-Api-Key", "@/run/key", "X-Scope-OrgID", "force");
        assertThat(new HttpEndpoint(ADDRESS, "job", "/run/password", headers, "/run/ca.pem").secretFiles())
                .containsExactly(Path.of("/run/password"), Path.of("/run/key"));
        assertThat(HttpEndpoint.of(ADDRESS).secretFiles()).isEmpty();
    }

    @Test
    void headers_of_the_environment_are_separated_by_semicolons_and_one_without_a_name_is_rejected() {
        assertThat(HttpEndpoint.headers("X-Scope-OrgID=a=b; X-Api-Key=@/key"))
                .containsExactly(Map.entry("X-Scope-OrgID", "a=b"), Map.entry("X-Api-Key", "@/key"));
        assertThatThrownBy(() -> HttpEndpoint.headers("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-Api-Key", "cookie", "PRIVATE-TOKEN"})
    void a_secret_of_a_header_is_in_no_list_of_processes(String header) {
        assertThatThrownBy(() -> HttpEndpoint.requireNoSecretIn(Map.of(header, "hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(header + "=@FILE")
                .hasMessageNotContaining("hunter2");
        HttpEndpoint.requireNoSecretIn(Map.of(header, "@/run/secrets/header", "X-Scope-OrgID", "force"));
    }

    @Test
    void a_page_is_below_the_address() {
        assertThat(HttpEndpoint.of(ADDRESS).page("/schemas/ids/1")).hasToString("https://server:8081/schemas/ids/1");
    }
}
