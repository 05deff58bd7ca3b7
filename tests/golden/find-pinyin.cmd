find --context 6 zhulijun data/articles
