package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class CodeTableTest {
    @Test
    void it_finds_what_its_map_has_and_nothing_else() {
        Random random = Seed.random("code tables");
        for (int size = 0; size < 200; size++) {
            Map<Long, Integer> map = new HashMap<>();
            while (map.size() < size) {
                map.put(1 + (random.nextLong() >>> random.nextInt(Long.SIZE - 1) >>> 1), map.size());
            }
            CodeTable<Integer> table = new CodeTable<>(map);
            map.forEach((code, meaning) -> assertThat(table.get(code)).isEqualTo(meaning));
            for (int i = 0; i < 300; i++) {
                long other = random.nextLong() >>> random.nextInt(Long.SIZE);
                assertThat(table.get(other)).isEqualTo(map.get(other));
            }
            assertThat(table.get(0)).isNull();
        }
    }
}
