package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A point whose class or method was renamed would never be passed; found before {@link CrashPointsIT} waits for it. */
class CrashPointTest {
    @ParameterizedTest
    @EnumSource
    void each_point_lies_in_the_code(CrashPoint point) throws IOException {
        AtomicInteger places = new AtomicInteger();
        byte[] bytecode = bytecode(point.type());
        assertThat(CrashAgent.rewrite(bytecode, point, places).length).isGreaterThan(bytecode.length);
        assertThat(places).hasPositiveValue();
        assertThat(point.within()).isPositive();
    }

    private static byte[] bytecode(String type) throws IOException {
        String file = type.replace('.', '/') + ".class";
        try (InputStream in = CrashPointTest.class.getClassLoader().getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
