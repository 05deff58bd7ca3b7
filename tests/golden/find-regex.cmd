find --context 6 '/第[一二三]次.{0,4}大[会會]/' data/articles
