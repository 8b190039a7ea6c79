"""Files in, a Site out; the only folder that opens content/ and datasets/."""
