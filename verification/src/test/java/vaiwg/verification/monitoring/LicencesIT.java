package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What whoever passes the project on, or finds a weakness in it, must be told. */
class LicencesIT {
    /** Of the text at https://www.apache.org/licenses/LICENSE-2.0.txt, as Kafka's clients and Commons Lang have it too. */
    private static final String APACHE_2_0 = "b1d2870f1a00e4d7f56576e5f0870cba109e041f8af66866cf5b499478e654e7";
    /** Where libraries keep what must go along with their code. */
    private static final List<String> PASSED_ON =
            List.of("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/NOTICE", "META-INF/NOTICE.txt");

    @Test
    void the_licence_is_the_apache_licence_word_for_word() throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Project.ROOT.resolve("LICENSE")));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(APACHE_2_0);
    }

    @Test
    void the_notice_names_what_is_of_others_and_under_which_licence() {
        assertThat(Project.text(Project.ROOT.resolve("NOTICE")))
                .contains("Apache License, Version 2.0 (see LICENSE)")
                .contains("Liberation Sans, under the SIL Open Font License 1.1")
                .contains("public\nsector information licensed under the Open Government Licence v3.0")
                .contains("target/bom.json");
    }

    @Test
    void the_jar_for_a_cluster_passes_on_the_notices_and_licences_of_all_that_it_holds() throws IOException {
        Set<String> with = new TreeSet<>();
        try (ZipFile whole = new ZipFile(clusterJar().toFile())) {
            Set<String> names = names(whole);
            assertThat(text(whole, "META-INF/NOTICE")).contains(Project.text(Project.ROOT.resolve("NOTICE")));
            for (Path jar : jarsOfTheClassPath()) {
                try (ZipFile library = new ZipFile(jar.toFile())) {
                    if (!isWithin(names, library)) {
                        continue;
                    }
                    for (String file : PASSED_ON) {
                        if (library.getEntry(file) != null) {
                            with.add(jar.getFileName().toString());
                            assertThat(text(whole, file))
                                    .as(jar.getFileName() + ", " + file)
                                    .contains(text(library, file));
                        }
                    }
                }
            }
        }
        assertThat(with).hasSizeGreaterThan(20).anyMatch(jar -> jar.startsWith("kafka-clients-"));
    }

    @Test
    void whoever_finds_a_weakness_is_told_where_to_say_so() {
        assertThat(Project.text(Project.ROOT.resolve("README.md"))).contains("(LICENSE)", "(NOTICE)", "(SECURITY.md)");
        assertThat(Project.text(Project.ROOT.resolve("SECURITY.md")))
                .contains("## Reporting", "in private", "Do not open\nan issue", "within five working days")
                .contains("## Supported versions");
    }

    private static Path clusterJar() {
        String version = Project.all("<version>([^<]+)</version>", Project.text(Project.ROOT.resolve("pom.xml")))
                .get(0);
        Path jar = Project.ROOT.resolve("jobs/target/vaiwg-jobs-" + version + "-all.jar");
        assertThat(jar)
                .as("made by mvn -Pcluster -pl jobs -am package -DskipTests")
                .exists();
        return jar;
    }

    private static List<Path> jarsOfTheClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    /** Whether all classes of a library are among those names. */
    private static boolean isWithin(Set<String> names, ZipFile library) {
        Set<String> classes = names(library).stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                .collect(Collectors.toSet());
        return !classes.isEmpty() && names.containsAll(classes);
    }

    private static Set<String> names(ZipFile jar) {
        return jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    }

    private static String text(ZipFile jar, String file) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
