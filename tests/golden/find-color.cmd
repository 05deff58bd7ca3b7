find --color always --context 6 --limit 3 主力军 data/articles
