import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs the jars of a folder anew for a release, which deploy/release runs: without native code for other systems than Linux on x86-64, the
 * only one of which PostgreSQL's programs are there too, and not compressed, so that the archive of them all is. A third of the bytes.
 */
public final class RepackJars {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|a|dll|exe|dylib|jnilib)");
    private static final Pattern FOR_OTHERS = Pattern.compile(
            "(?i).*(\\.(a|dll|exe|dylib|jnilib)$|aarch|arm|ppc|s390|riscv|loongarch|mips|i386|/x86/|linux32|musl|bsd|sunos|aix|android|osx|mac|darwin).*");

    private RepackJars() {}

    /** The folder. */
    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (Stream<Path> list = Files.list(Path.of(args[0]))) {
            jars = list.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            Path packed = jar.resolveSibling(jar.getFileName() + ".new");
            repack(jar, packed);
            Files.move(packed, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void repack(Path from, Path to) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                // A name may be there twice in a jar; the first is the one that a class loader finds.
                if (!isForOthers(entry.getName()) && names.add(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        store(entry, in.readAllBytes(), out);
                    }
                }
            }
        }
    }

    private static boolean isForOthers(String name) {
        return NATIVE.matcher(name).matches() && FOR_OTHERS.matcher(name).matches();
    }

    private static void store(ZipEntry entry, byte[] bytes, ZipOutputStream out) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setTime(entry.getTime());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(bytes.length);
        stored.setCrc(crc.getValue());
        out.putNextEntry(stored);
        out.write(bytes);
        out.closeEntry();
    }
}
