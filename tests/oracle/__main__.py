import sys
from random import Random
import visits
from law import Library
rng=Random(int(sys.argv[1])); n=int(sys.argv[2])
aims=visits.Aims.of(Library.shipped())
g=visits.groups(rng,aims,10)
out=sys.stdout
for _ in range(n//10):
    out.write("\n".join(next(g))+"\n")
