// Every test sees the whole catalog, as everything but the first drawing does.
import '../../src/catalog/further.js';
